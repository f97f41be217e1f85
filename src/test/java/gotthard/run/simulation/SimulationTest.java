package gotthard.run.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.journal.Ending;
import gotthard.journal.Entry;
import gotthard.journal.Event;
import gotthard.journal.Hold;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// The engine keeps its promises whatever goes wrong, and the simulation would see it if it did not.
final class SimulationTest {
    private static final int RUNS = Integer.getInteger("simulation.runs", 5_000);
    private static final int RUNS_FOR_A_BUG = 3_000;

    @Test
    void noPromiseIsBroken(TestReporter reporter) throws InterruptedException {
        long began = System.nanoTime();
        int crashes = 0;
        int sessions = 0;
        long drifts = 0;
        Map<Ending, Integer> endings = new EnumMap<>(Ending.class);

        for (long seed = 0; seed < RUNS; seed++) {
            var simulation = new Simulation(seed, Mutant.NONE);
            endings.merge(run(simulation, seed), 1, Integer::sum);
            crashes += simulation.crashes();
            sessions += simulation.sessions();
            drifts += simulation.entries().stream().filter(SimulationTest::isDrift).count();
        }

        long millis = (System.nanoTime() - began) / 1_000_000;
        reporter.publishEntry(
                "simulation",
                "%,d runs, %,d processes, %,d crashes, %,d drifts, %s in %.1f s"
                        .formatted(RUNS, sessions, crashes, drifts, endings, millis / 1000.0));
        assertThat(crashes).isGreaterThan(RUNS);
        assertThat(endings).containsKeys(Ending.DONE, Ending.ROLLED_BACK);
        assertThat(drifts).as("found by verifying again").isPositive();
    }

    private static boolean isDrift(Entry entry) {
        return entry.event() instanceof Event.StepHeld(_, Hold.Drifted _);
    }

    private static Ending run(Simulation simulation, long seed) throws InterruptedException {
        try {
            return simulation.run();
        } catch (RuntimeException e) {
            throw new AssertionError(
                    "seed " + seed + ": " + e.getMessage() + "\n" + simulation.story(), e);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Mutant.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void findsThePlantedBug(Mutant mutant, TestReporter reporter) throws InterruptedException {
        Optional<String> found = Optional.empty();
        long seed = 0;

        while (found.isEmpty() && seed < RUNS_FOR_A_BUG) {
            found = violation(seed++, mutant);
        }

        reporter.publishEntry(mutant.name(), "run " + seed + ": " + found.orElse("not found"));
        assertThat(found).as("a broken promise within %d runs", RUNS_FOR_A_BUG).isPresent();
    }

    /// What proofs assume of the engine is judged by name, so that each of it is seen to be broken.
    @ParameterizedTest
    @EnumSource(Rule.class)
    void knowsABugThatBreaksTheRule(Rule rule) {
        assertThat(Mutant.values())
                .anyMatch(mutant -> mutant.breaks().filter(rule::equals).isPresent());
    }

    /// Of a bug that breaks a rule, it is that rule that has to be called.
    private static Optional<String> violation(long seed, Mutant mutant)
            throws InterruptedException {
        try {
            new Simulation(seed, mutant).run();
            return Optional.empty();
        } catch (Violation e) {
            return mutant.breaks().isEmpty() || mutant.breaks().equals(e.rule())
                    ? Optional.of(String.valueOf(e.getMessage()))
                    : Optional.empty();
        }
    }
}
