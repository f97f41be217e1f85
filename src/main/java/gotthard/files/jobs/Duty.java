package gotthard.files.jobs;

import gotthard.action.Route;
import gotthard.transfer.report.Role;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What movers are made for: what the one at the target does, and the one at the source, if it takes two.
///
/// @param arguments of both beside those that all movers get
/// @param own further ones of the mover at the target
record Duty(Role atTarget, Optional<Role> atSource, List<String> arguments, List<String> own) {
    private static final String PROBE = "--probe";

    Duty {
        arguments = List.copyOf(arguments);
        own = List.copyOf(own);
    }

    Duty(Role atTarget, Optional<Role> atSource, List<String> arguments) {
        this(atTarget, atSource, arguments, List.of());
    }

    /// What a withdrawal removes.
    enum Removal {
        /// What was placed, then the books.
        ALL("all"),
        /// The books alone.
        BOOKS("books"),
        /// Nothing; it only tells.
        NOTHING("nothing");

        private final String word;

        Removal(String word) {
            this.word = word;
        }
    }

    /// What becomes of files that the target has in another version.
    enum Standing {
        /// They stay, and are told.
        STAYS("stays"),
        /// Those that this key has placed are replaced.
        OWN_REPLACED("own-replaced");

        private final String word;

        Standing(String word) {
            this.word = word;
        }

        static Standing of(Route.Manner manner) {
            return manner == Route.Manner.REPLACE ? OWN_REPLACED : STAYS;
        }

        /// As the mover takes it.
        String word() {
            return word;
        }
    }

    static Duty copying(Order order) {
        return copying(order, Standing.STAYS);
    }

    static Duty copying(Order order, Standing standing) {
        return new Duty(
                Role.RECEIVE,
                Optional.of(Role.SEND),
                List.of(
                        "--owners",
                        order.owners().word(),
                        "--standing",
                        standing.word(),
                        "--lines",
                        Integer.toString(order.lines())));
    }

    static Duty comparing(Order order, Order.Proof proof, Tolerance tolerance) {
        var arguments =
                new ArrayList<>(
                        List.of("--owners", order.owners().word(), "--level", proof.word()));
        arguments.addAll(tolerance.arguments());
        return new Duty(Role.COMPARE_RECEIVE, Optional.of(Role.COMPARE_SEND), arguments);
    }

    /// Looks what would be in the way of an exchange, and reads only what both ends have.
    static Duty sounding(Order order) {
        return new Duty(
                Role.COMPARE_RECEIVE,
                Optional.of(Role.COMPARE_SEND),
                List.of("--owners", order.owners().word(), "--level", "common"));
    }

    static Duty withdrawing(Removal removal) {
        return new Duty(
                Role.WITHDRAW,
                Optional.empty(),
                removal == Removal.ALL ? List.of() : List.of("--removes", removal.word));
    }

    /// One mover, which only looks.
    static Duty telling(Sounding.Wanted wanted) {
        var arguments = new ArrayList<String>();
        wanted.young().ifPresent(young -> add(arguments, "--young", young));
        wanted.probe().ifPresent(within -> add(arguments, PROBE, within));
        return new Duty(Role.TELL, Optional.empty(), arguments);
    }

    /// Finds out whether a site has all of what is to be deleted at the target.
    ///
    /// @param round without it, it is only told
    static Duty deciding(Clearance.Claim claim, Optional<Clearance.Round> round) {
        var own = new ArrayList<>(claim.arguments());
        round.ifPresent(
                one ->
                        own.addAll(
                                List.of(
                                        "--round",
                                        one.name(),
                                        "--covering",
                                        Integer.toString(one.number()))));
        return new Duty(Role.DECIDE, Optional.of(Role.COVER), List.of(), own);
    }

    /// Deletes what was decided in a round by so many sites.
    static Duty clearing(Clearance.Claim claim, Clearance.Round round) {
        var own = new ArrayList<>(claim.arguments());
        own.addAll(
                List.of("--round", round.name(), "--covering", Integer.toString(round.number())));
        return new Duty(Role.CLEAR, Optional.empty(), List.of(), own);
    }

    /// Only tells whether something was ever decided.
    static Duty asking() {
        return new Duty(Role.CLEAR, Optional.empty(), List.of("--removes", Removal.NOTHING.word));
    }

    private static void add(List<String> arguments, String option, Duration duration) {
        arguments.addAll(List.of(option, Long.toString(duration.toSeconds())));
    }

    /// Whether one in this role writes nothing to its volume.
    boolean onlyReads(Role role) {
        return role == Role.TELL ? !arguments.contains(PROBE) : atSource.equals(Optional.of(role));
    }

    /// Whether a mover at the target waits for one at the source.
    boolean listens() {
        return atSource.isPresent();
    }
}
