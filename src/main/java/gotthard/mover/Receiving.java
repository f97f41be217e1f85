package gotthard.mover;

import gotthard.transfer.Refused;
import gotthard.transfer.report.Ending;
import gotthard.transfer.stream.Ended;
import gotthard.transfer.stream.Receiver;
import gotthard.transfer.stream.Target;
import gotthard.transfer.tree.Tree;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;

/// The work of a receiver: it looks what is there while it waits for its sender, and receives attempt by attempt until one comes to
/// its end.
final class Receiving implements Work {
    private final Workplace place;
    private final Patience patience;

    Receiving(Workplace place) {
        this.place = place;
        this.patience = place.patience();
    }

    @Override
    public Verdict run() throws IOException, Refused, InterruptedException {
        Tree tree = Tree.at(Files.createDirectories(place.command().place().root()));
        var target =
                new Target(tree, place.command().place().stage(), place.command().place().part());
        try (Door door = place.door()) {
            Optional<Verdict> ended = Optional.empty();
            while (true) {
                var receiver =
                        new Receiver(
                                target,
                                place.command().manner(),
                                place.account().attempt(),
                                place.executor());
                if (ended.isEmpty()) {
                    receiver.survey();
                    patience.renew();
                }
                Optional<Session> session = open(door);
                if (session.isEmpty()) {
                    return ended.orElseGet(() -> alone(door));
                }
                ended = receive(receiver, session.get());
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

    private Optional<Verdict> receive(Receiver receiver, Session session)
            throws InterruptedException {
        place.account().session();
        place.voice().say("receiving from " + session.peer());
        Ended ended = receiver.receive(session.lines());
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
