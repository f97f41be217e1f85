package gotthard.mover;

import gotthard.transfer.Refused;
import gotthard.transfer.manifest.Sorter;
import gotthard.transfer.report.Ending;
import gotthard.transfer.report.Role;
import gotthard.transfer.stream.Declaring;
import gotthard.transfer.stream.Ended;
import gotthard.transfer.stream.Line;
import gotthard.transfer.stream.Look;
import gotthard.transfer.stream.Sender;
import gotthard.transfer.stream.Source;
import gotthard.transfer.stream.Target;
import gotthard.transfer.tree.Chosen;
import gotthard.transfer.tree.Survey;
import gotthard.transfer.tree.Tree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The work of an end at the source: it lists what is there once, and sends or declares it attempt by attempt until one comes to its
/// end.
final class Sending implements Work {
    private static final long MEMORY = 64 << 20;

    private final Workplace place;
    private final Manner manner;
    private final Patience patience;

    /// @param manner what is made of a source that is listed
    Sending(Workplace place, Manner manner) {
        this.place = place;
        this.manner = manner;
        this.patience = place.patience();
    }

    /// What is done in one attempt.
    @FunctionalInterface
    interface Manner {
        Ended run(Workplace place, Source source, List<Line> lines) throws InterruptedException;
    }

    /// The target gets what it lacks.
    static Ended sends(Workplace place, Source source, List<Line> lines)
            throws InterruptedException {
        return new Sender(source, place.rate(), place.account().attempt(), place.executor())
                .send(lines);
    }

    /// The target is told, for a comparison.
    static Ended declares(Workplace place, Source source, List<Line> lines)
            throws InterruptedException {
        return declares(place, source, place.command().look(), lines);
    }

    private static Ended declares(Workplace place, Source source, Look look, List<Line> lines)
            throws InterruptedException {
        return new Declaring(
                        source, look, place.rate(), place.account().attempt(), place.executor())
                .run(lines);
    }

    /// Who deletes is told what is here, unless it deletes here.
    static Ended covers(Workplace place, Source source, List<Line> lines)
            throws InterruptedException {
        if (!source.tree().hasStage(place.command().place().stage())) {
            return declares(place, source, new Look.Common(), lines);
        }
        for (Line line : lines) {
            try {
                line.close();
            } catch (IOException _) {
                // Nothing is left to be told on it.
            }
        }
        return new Ended.Stopped(
                "what is to be deleted and what covers it are the same place, and deleting would delete both",
                "correct the stores of both sites in the inventory");
    }

    @Override
    public Verdict run() throws IOException, Refused, InterruptedException {
        Path folder = Files.createTempDirectory("gotthard-mover");
        try {
            Tree tree = Tree.at(root(folder));
            Path manifest = folder.resolve("source.gmf");
            Survey survey = survey(tree, folder, manifest);
            place.account().root(survey.seal().root());
            place.voice().say("listed " + survey.seal().count() + " things");
            return send(new Source(tree, manifest, place.command().place().part()));
        } finally {
            remove(folder);
        }
    }

    private Path root(Path folder) throws IOException {
        Command.Place asked = place.command().place();
        boolean mayLack =
                asked.folder() == Target.Folder.MERGED || place.command().role() == Role.COVER;
        return mayLack && !Files.exists(asked.root())
                ? Files.createDirectory(folder.resolve("nothing"))
                : asked.root();
    }

    private Survey survey(Tree tree, Path folder, Path manifest) throws IOException, Refused {
        Command.Place asked = place.command().place();
        if (asked.list().isPresent()) {
            return new Chosen(tree, asked.list().get())
                    .survey(asked.part(), folder, MEMORY, Files.newOutputStream(manifest));
        }
        try (var sorter = new Sorter(folder, MEMORY)) {
            return tree.survey(asked.part(), sorter, Files.newOutputStream(manifest));
        }
    }

    private Verdict send(Source source) throws Refused, InterruptedException {
        Calling calling = place.calling(called());
        while (true) {
            Verdict verdict = attempt(source, calling);
            if (verdict.ending() != Ending.BROKEN || !patience.await()) {
                return verdict;
            }
        }
    }

    private Role called() {
        return switch (place.command().role()) {
            case SEND -> Role.RECEIVE;
            case COVER -> Role.DECIDE;
            case COMPARE_SEND -> Role.COMPARE_RECEIVE;
            case RECEIVE, COMPARE_RECEIVE, WITHDRAW, TELL, DECIDE, CLEAR ->
                    throw new IllegalStateException("calls nobody: " + place.command().role());
        };
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
        place.voice().say("a session began");
        place.account().session();
        Ended ended = manner.run(place, source, lines);
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
