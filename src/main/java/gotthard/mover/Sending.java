package gotthard.mover;

import gotthard.transfer.Refused;
import gotthard.transfer.manifest.Sorter;
import gotthard.transfer.report.Ending;
import gotthard.transfer.report.Role;
import gotthard.transfer.stream.Ended;
import gotthard.transfer.stream.Line;
import gotthard.transfer.stream.Sender;
import gotthard.transfer.stream.Source;
import gotthard.transfer.tree.Survey;
import gotthard.transfer.tree.Tree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The work of a sender: it lists what is there once, and sends attempt by attempt until one comes to its end.
final class Sending implements Work {
    private static final long MEMORY = 64 << 20;

    private final Workplace place;
    private final Patience patience;

    Sending(Workplace place) {
        this.place = place;
        this.patience = place.patience();
    }

    @Override
    public Verdict run() throws IOException, Refused, InterruptedException {
        Tree tree = Tree.at(place.command().place().root());
        Path folder = Files.createTempDirectory("gotthard-mover");
        try {
            Path manifest = folder.resolve("source.gmf");
            try (var sorter = new Sorter(folder, MEMORY)) {
                Survey survey =
                        tree.survey(
                                place.command().place().part(),
                                sorter,
                                Files.newOutputStream(manifest));
                place.account().root(survey.seal().root());
                place.voice().say("listed " + survey.seal().count() + " things");
            }
            return send(new Source(tree, manifest, place.command().place().part()));
        } finally {
            remove(folder);
        }
    }

    private Verdict send(Source source) throws Refused, InterruptedException {
        Calling calling = place.calling(Role.RECEIVE);
        while (true) {
            Verdict verdict = attempt(source, calling);
            if (verdict.ending() != Ending.BROKEN || !patience.await()) {
                return verdict;
            }
        }
    }

    private Verdict attempt(Source source, Calling calling) throws Refused, InterruptedException {
        List<Line> lines;
        try {
            lines = calling.open();
        } catch (IOException broken) {
            place.voice().say("no line to the receiver: " + broken.getMessage());
            return Verdict.broken(
                    "the receiver at "
                            + place.command().network().peer().orElseThrow()
                            + " was not reached for "
                            + place.command().network().patience().toSeconds()
                            + " s: "
                            + broken.getMessage(),
                    "look at the receiver's pod, its log, and what stands between both sites");
        }
        place.voice().say("sending");
        place.account().session();
        var sender = new Sender(source, place.rate(), place.account().attempt(), place.executor());
        Ended ended = sender.send(lines);
        patience.renew();
        if (ended instanceof Ended.Broken(String what, String next)) {
            place.voice().say(what + "; " + next);
        }
        return Verdict.of(ended);
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
