package gotthard.proof.reference;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.proof.Catalogue;
import gotthard.proof.Limits;
import gotthard.proof.Model;
import gotthard.proof.ModelStep;
import gotthard.proof.Proof;
import gotthard.proof.Prover;
import gotthard.proof.SoundPlans;
import gotthard.world.Cell;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// A sound plan with one thing broken is refuted by a story that can happen, or is as safe as before by the word of the second explorer.
final class MutantsTest {
    private static final boolean ALL = Boolean.getBoolean("mutants.all");
    private static final int OF_A_PLAN = ALL ? Integer.MAX_VALUE : 40;
    private static final int LIMIT = Integer.getInteger("mutants.states", 60_000);
    private static final long SEED = 20_191_113;

    @Test
    void areRefutedOrEquivalent() {
        List<Mutant> mutants = mutants();

        List<Verdict> verdicts = mutants.parallelStream().map(MutantsTest::verdict).toList();

        var counts = new EnumMap<Says, Integer>(Says.class);
        verdicts.forEach(each -> counts.merge(each.says(), 1, Integer::sum));
        System.out.printf("%,d mutants of sound plans: %s%n", verdicts.size(), counts);
        assertThat(verdicts)
                .filteredOn(each -> each.says() == Says.WRONG)
                .extracting(Verdict::why)
                .isEmpty();
        assertThat(counts.get(Says.REFUTED)).isGreaterThan(verdicts.size() / 2);
        assertThat(counts.get(Says.EQUIVALENT)).isGreaterThan(verdicts.size() / 50);
        assertThat(counts.getOrDefault(Says.TOO_LARGE, 0)).isLessThan(verdicts.size() / 20);
    }

    private static List<Mutant> mutants() {
        var mutants = new ArrayList<Mutant>();
        sound().forEach(
                        (plan, model) -> {
                            var all = new ArrayList<Mutant>();
                            Mutants.of(model)
                                    .forEach(
                                            (what, mutant) ->
                                                    all.add(new Mutant(plan + " " + what, mutant)));
                            Collections.shuffle(all, new Random(SEED));
                            mutants.addAll(all.subList(0, Math.min(all.size(), OF_A_PLAN)));
                        });
        return mutants;
    }

    private static Map<String, Model> sound() {
        var sound = new LinkedHashMap<>(SoundModels.all());
        sound.put("files to both sites", SoundPlans.files());
        sound.put("a database behind which one stands by", SoundPlans.database());
        Catalogue.names().stream()
                .filter(name -> name.startsWith("sound/"))
                .forEach(name -> sound.put(name, Catalogue.model(name)));
        for (String file : List.of("plans/10-europe-files.yaml", "plans/programme.yaml")) {
            sound.put(file, Catalogue.shipped(file));
        }
        return sound;
    }

    private static Verdict verdict(Mutant mutant) {
        return switch (Prover.prove(mutant.model(), Limits.USUAL)) {
            case Proof.Proven _ -> equivalent(mutant);
            case Proof.Refuted refuted -> refuted(mutant, refuted);
            case Proof.Undecided(var what, _) ->
                    new Verdict(Says.WRONG, mutant.name() + ": undecided: " + what);
        };
    }

    private static Verdict equivalent(Mutant mutant) {
        Optional<Exploration> reference = ReferenceExplorer.explore(mutant.model(), LIMIT);
        if (reference.isEmpty()) {
            return cellByCell(mutant);
        }
        return reference.get().isSafe()
                ? new Verdict(Says.EQUIVALENT, mutant.name())
                : new Verdict(
                        Says.WRONG,
                        "%s: proven, but %s".formatted(mutant.name(), reference.get().stories()));
    }

    /// Of a plan that is too large as a whole, each cell by itself.
    private static Verdict cellByCell(Mutant mutant) {
        for (Cell cell : mutant.model().cells()) {
            Optional<Exploration> reference =
                    ReferenceExplorer.explore(alone(mutant.model(), cell), LIMIT);
            if (reference.isEmpty()) {
                return new Verdict(Says.TOO_LARGE, mutant.name());
            }
            if (!reference.get().isSafe()) {
                return new Verdict(
                        Says.WRONG,
                        "%s: proven, but of %s alone %s"
                                .formatted(mutant.name(), cell.id(), reference.get().stories()));
            }
        }
        return new Verdict(Says.EQUIVALENT_CELL_BY_CELL, mutant.name());
    }

    private static Model alone(Model model, Cell cell) {
        return new Model(
                List.of(cell),
                model.steps().stream().map(step -> alone(step, cell)).toList(),
                model.pauses(),
                List.of(),
                model.days(),
                model.allowance(),
                model.signers());
    }

    private static ModelStep alone(ModelStep step, Cell cell) {
        return new ModelStep(
                step.name(),
                step.place(),
                step.summary(),
                step.needs(),
                step.effects().stream().filter(each -> each.cell().equals(cell.id())).toList(),
                step.approval(),
                step.irreversible(),
                step.onFailure(),
                step.notBefore());
    }

    private static Verdict refuted(Mutant mutant, Proof.Refuted refuted) {
        var replay = new Replay(mutant.model());
        List<String> wrong =
                refuted.stories().stream().flatMap(each -> replay.wrong(each).stream()).toList();
        return wrong.isEmpty()
                ? new Verdict(Says.REFUTED, mutant.name())
                : new Verdict(Says.WRONG, mutant.name() + ": " + wrong);
    }

    private enum Says {
        REFUTED,
        EQUIVALENT,
        EQUIVALENT_CELL_BY_CELL,
        TOO_LARGE,
        WRONG
    }

    private record Mutant(String name, Model model) {}

    private record Verdict(Says says, String why) {}
}
