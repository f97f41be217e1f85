package gotthard.migration.killed;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.journal.Ending;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/// The tool dies at a boundary of a migration, is started again, and must end where an undisturbed one ends, with nothing applied
/// twice. By itself at a sample of the kinds of boundaries; `-Dsweep=kinds` dies at one of each kind, `-Dsweep=all` at every single
/// one, and with any other word at those whose name the word, a regular expression, is found in. `-Dsweep.pace=900` slows the clusters
/// of the sandbox down, to so many milliseconds a turn.
final class SweepTest {
    private static final long SEED = 11;
    private static final int SAMPLE = 12;
    private static final String HOW = System.getProperty("sweep", "sample");
    private static final Pattern WANTED = Pattern.compile(HOW);
    private static final int AT_ONCE = Math.max(2, Runtime.getRuntime().availableProcessors());

    @TempDir private Path folder;

    private final AtomicInteger deaths = new AtomicInteger();
    private final AtomicInteger cases = new AtomicInteger();
    private final AtomicInteger places = new AtomicInteger();

    SweepTest() {}

    @Test
    void endsAsIfNobodyHadDied() throws Exception {
        long start = System.nanoTime();
        Ground fresh = Ground.fresh(folder.resolve("fresh"), SEED);
        World untouched = World.of(fresh, Optional.empty());
        Ground ground = fresh.copy(folder.resolve("undisturbed"));
        Phase toTheGate = Phase.undisturbed(Phase.Verb.APPLY, fresh, ground);
        Tool.approve(ground);
        Ground approved = ground.copy(folder.resolve("approved"));
        Phase toTheEnd = Phase.undisturbed(Phase.Verb.APPLY, approved, ground);
        Ground done = ground.copy(folder.resolve("done"));
        Phase back = Phase.undisturbed(Phase.Verb.ROLLBACK, done, ground);
        assertThat(toTheGate.ending()).isEqualTo(Ending.WAITING);
        assertThat(toTheEnd.ending()).isEqualTo(Ending.DONE);
        assertThat(back.ending()).isEqualTo(Ending.ROLLED_BACK);
        assertThat(back.reached().outside().differences(untouched)).isEmpty();

        var wrong = new ArrayList<String>();
        for (Phase phase : List.of(toTheGate, toTheEnd, back)) {
            wrong.addAll(swept(phase));
        }

        System.out.printf(
                "sweep: %d boundaries, %d deaths at %d of them, %d s%n",
                toTheGate.boundaries().size()
                        + toTheEnd.boundaries().size()
                        + back.boundaries().size(),
                deaths.get(),
                places.get(),
                (System.nanoTime() - start) / 1_000_000_000);
        assertThat(wrong).isEmpty();
        assertThat(deaths.get())
                .as("deaths at boundaries that every run comes to")
                .isGreaterThan(places.get() * 9 / 10);
    }

    private List<String> swept(Phase phase) throws Exception {
        List<String> boundaries = chosen(phase);
        places.addAndGet(boundaries.size());
        try (var processes = Executors.newFixedThreadPool(AT_ONCE)) {
            var cases = new ArrayList<Callable<List<String>>>();
            for (String boundary : boundaries) {
                cases.add(() -> survived(phase, boundary));
            }
            var wrong = new ArrayList<String>();
            for (Future<List<String>> one : processes.invokeAll(cases)) {
                wrong.addAll(one.get());
            }
            return wrong;
        } catch (ExecutionException broken) {
            throw new IllegalStateException(broken.getCause());
        }
    }

    private static List<String> chosen(Phase phase) {
        List<String> kinds = new ArrayList<>(phase.oneOfEachKind());
        Collections.shuffle(kinds, new Random(SEED));
        return switch (HOW) {
            case "all" -> List.copyOf(phase.boundaries());
            case "kinds" -> kinds;
            case "sample" -> kinds.subList(0, Math.min(SAMPLE, kinds.size()));
            default -> phase.boundaries().stream().filter(WANTED.asPredicate()).toList();
        };
    }

    /// What is not as if nobody had died there.
    private List<String> survived(Phase phase, String boundary) throws IOException {
        Ground ground = phase.before().copy(folder.resolve("case-" + cases.incrementAndGet()));
        Thread main = Thread.currentThread();
        Fate fate = Fate.at(boundary, main::interrupt);
        Tool dying = Tool.of(ground, fate);
        Tool.End end = Phase.typed(phase.verb(), dying);
        fate.over();
        boolean _ = Thread.interrupted();
        if (end instanceof Tool.End.Died) {
            deaths.incrementAndGet();
        }
        Remains remains = Remains.of(dying);

        Tool next = Tool.of(ground, Fate.spared());
        Tool.End resumed = Phase.typed(phase.verb(), next);

        var wrong = new ArrayList<String>();
        if (!resumed.equals(new Tool.End.Ended(phase.ending()))) {
            wrong.add("ended as " + resumed);
        }
        wrong.addAll(World.of(ground, Tool.state(ground)).differences(phase.reached()));
        wrong.addAll(
                phase.verb() == Phase.Verb.APPLY ? remains.repeated(next) : remains.acts(next));
        return wrong.stream().map(line -> "death " + boundary + ": " + line).toList();
    }
}
