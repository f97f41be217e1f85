package gotthard.proof.reference;

import static gotthard.world.Level.FULL;
import static gotthard.world.Level.NONE;

import gotthard.world.Holding;
import gotthard.world.Level;

/// How a cell stands at one site.
record SiteState(
        Level base,
        boolean write,
        boolean accepted,
        Level open,
        Level routed,
        Level processing,
        Level deployed,
        Level staged,
        boolean baseVerified,
        boolean writeVerified) {
    static final SiteState EMPTY =
            new SiteState(NONE, false, false, NONE, NONE, NONE, NONE, NONE, false, false);
    static final SiteState FIRST =
            new SiteState(FULL, false, false, FULL, FULL, FULL, FULL, NONE, true, false);

    SiteState base(Level level) {
        return new SiteState(
                level,
                write,
                accepted,
                open,
                routed,
                processing,
                deployed,
                staged,
                baseVerified,
                writeVerified);
    }

    SiteState write(boolean there) {
        return new SiteState(
                base,
                there,
                accepted,
                open,
                routed,
                processing,
                deployed,
                staged,
                baseVerified,
                writeVerified);
    }

    /// A user writes here.
    SiteState written() {
        return new SiteState(
                base,
                true,
                true,
                open,
                routed,
                processing,
                deployed,
                staged,
                baseVerified,
                writeVerified);
    }

    SiteState open(Level level) {
        return new SiteState(
                base,
                write,
                accepted,
                level,
                routed,
                processing,
                deployed,
                staged,
                baseVerified,
                writeVerified);
    }

    SiteState routed(Level level) {
        return new SiteState(
                base,
                write,
                accepted,
                open,
                level,
                processing,
                deployed,
                staged,
                baseVerified,
                writeVerified);
    }

    SiteState processing(Level level) {
        return new SiteState(
                base,
                write,
                accepted,
                open,
                routed,
                level,
                deployed,
                staged,
                baseVerified,
                writeVerified);
    }

    SiteState deployed(Level level) {
        return new SiteState(
                base,
                write,
                accepted,
                open,
                routed,
                processing,
                level,
                staged,
                baseVerified,
                writeVerified);
    }

    SiteState staged(Level level) {
        return new SiteState(
                base,
                write,
                accepted,
                open,
                routed,
                processing,
                deployed,
                level,
                baseVerified,
                writeVerified);
    }

    /// A verification has just covered all that is here.
    SiteState verified() {
        return new SiteState(
                base, write, accepted, open, routed, processing, deployed, staged, true, write);
    }

    /// No verification covers what is here.
    SiteState unverified() {
        return new SiteState(
                base, write, accepted, open, routed, processing, deployed, staged, false, false);
    }

    Holding holding() {
        return new Holding(
                base,
                write,
                accepted,
                open,
                routed,
                processing,
                deployed,
                staged,
                baseVerified,
                writeVerified);
    }
}
