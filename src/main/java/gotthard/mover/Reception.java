package gotthard.mover;

import gotthard.transfer.Refused;
import gotthard.transfer.report.Ending;
import gotthard.transfer.stream.Ended;
import gotthard.transfer.stream.Line;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// What every end that is called does: it waits for who calls, and makes attempt after attempt until one comes to its end.
final class Reception {
    private final Workplace place;
    private final Patience patience;

    Reception(Workplace place) {
        this.place = place;
        this.patience = place.patience();
    }

    /// One attempt.
    interface Attempt {
        /// What can be done before anybody calls.
        void prepare() throws IOException, Refused, InterruptedException;

        Ended run(List<Line> lines) throws InterruptedException;
    }

    /// Until an attempt has come to its end, and who called has heard so.
    Verdict run(Supplier<Attempt> attempts) throws IOException, Refused, InterruptedException {
        try (Door door = place.door()) {
            Optional<Verdict> ended = Optional.empty();
            while (true) {
                Attempt attempt = attempts.get();
                if (ended.isEmpty()) {
                    attempt.prepare();
                    patience.renew();
                }
                Optional<Session> session = open(door);
                if (session.isEmpty()) {
                    return ended.orElseGet(() -> alone(door));
                }
                ended = run(attempt, session.get());
                if (ended.isPresent() && isHeard(ended.get(), session.get())) {
                    return ended.get();
                }
                patience.renew();
            }
        }
    }

    /// The next session of which all lines are there, or empty when patience is over.
    private Optional<Session> open(Door door) throws InterruptedException {
        Optional<Session> session = door.next(patience.left());
        while (session.isPresent() && !isOpen(session.get())) {
            session = door.next(patience.left());
        }
        return session;
    }

    private boolean isOpen(Session session) throws InterruptedException {
        try {
            session.open(place.timing().silence());
            return true;
        } catch (IOException broken) {
            session.drop();
            place.voice().say("a session ended before it began: " + broken.getMessage());
            return false;
        }
    }

    private Optional<Verdict> run(Attempt attempt, Session session) throws InterruptedException {
        place.account().session();
        place.voice().say("a session began with " + session.peer());
        Ended ended = attempt.run(session.lines());
        if (ended instanceof Ended.Broken(String what, String next)) {
            place.voice().say(what + "; " + next);
            return Optional.empty();
        }
        return Optional.of(Verdict.of(ended));
    }

    /// A sender that has not heard that all is there comes again.
    private static boolean isHeard(Verdict verdict, Session session) throws InterruptedException {
        return verdict.ending() == Ending.STOPPED || session.isParted();
    }

    private Verdict alone(Door door) {
        return Verdict.broken(
                "no sender came for "
                        + place.command().network().patience().toSeconds()
                        + " s"
                        + door.lastRefusal()
                                .map(why -> "; somebody was not let in: " + why)
                                .orElse(""),
                "look at the sender's pod, its log, and what stands between both sites");
    }
}
