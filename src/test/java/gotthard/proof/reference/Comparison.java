package gotthard.proof.reference;

import gotthard.proof.Limits;
import gotthard.proof.Model;
import gotthard.proof.Proof;
import gotthard.proof.Prover;
import gotthard.proof.Story;
import gotthard.world.Invariant;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What both explorers say of a model, side by side.
record Comparison(Model model, Exploration reference, Proof proof) {
    /// Nothing where the reference gives up.
    static Optional<Comparison> of(Model model, int limit) {
        return ReferenceExplorer.explore(model, limit)
                .map(
                        reference ->
                                new Comparison(
                                        model, reference, Prover.prove(model, Limits.USUAL)));
    }

    boolean agrees() {
        return differences().isEmpty();
    }

    /// In words; none where they agree.
    List<String> differences() {
        var differences = new ArrayList<String>();
        switch (proof) {
            case Proof.Proven _ -> {
                if (!reference.isSafe()) {
                    differences.add("proven, but the reference finds " + found());
                }
            }
            case Proof.Undecided(var what, _) -> {
                if (!reference.stories().isEmpty() || reference.reachesEnd()) {
                    differences.add("undecided (%s), but not %s".formatted(what, found()));
                }
            }
            case Proof.Refuted(var stories, _) -> compare(stories, differences);
        }
        return differences;
    }

    private void compare(List<Story> stories, List<String> differences) {
        Set<Violation> told = stories.stream().map(Comparison::broken).collect(Collectors.toSet());
        var missed = new HashSet<>(reference.stories().keySet());
        missed.removeAll(told);
        missed.stream()
                .filter(each -> !waitsForOneThatIsStuck(each, told))
                .forEach(each -> differences.add("missed: " + each));
        var invented = new HashSet<>(told);
        invented.removeAll(reference.stories().keySet());
        invented.forEach(each -> differences.add("not broken by the reference: " + each));
        if (told.size() != stories.size()) {
            differences.add("tells more than one story of the same");
        }
        var replay = new Replay(model);
        for (Story story : stories) {
            if (!invented.contains(broken(story))) {
                compareLength(story, differences);
            }
            replay.wrong(story).ifPresent(wrong -> differences.add("wrong story: " + wrong));
        }
    }

    /// A cell that goes on once another does, which is stuck, need not be named beside that one.
    private static boolean waitsForOneThatIsStuck(Violation missed, Set<Violation> told) {
        return missed.broken() == Invariant.STUCK_FORWARD
                && told.stream().anyMatch(each -> each.broken() == Invariant.STUCK_FORWARD);
    }

    private void compareLength(Story story, List<String> differences) {
        int shortest = reference.stories().get(broken(story)).size();
        boolean isTooShort = story.length() < shortest;
        boolean isTooLong = story.length() > shortest && mustBeShortest(story);
        if (isTooShort || isTooLong) {
            differences.add(
                    "%s: told in %d, shortest is %d"
                            .formatted(broken(story), story.length(), shortest));
        }
    }

    /// Over several cells a shorter story may not be looked for; neither is it where a plan is stuck in several places.
    private boolean mustBeShortest(Story story) {
        return model.cells().size() == 1 && story.broken() != Invariant.STUCK_FORWARD;
    }

    private static Violation broken(Story story) {
        return new Violation(story.broken(), story.cell(), story.clause());
    }

    private Set<Violation> found() {
        return reference.stories().keySet();
    }

    /// The model, what both say, and their stories.
    String report() {
        var report = new StringBuilder();
        report.append(String.join("\n", differences())).append("\n").append(Print.of(model));
        report.append("the reference:\n");
        reference.stories().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(Object::toString)))
                .forEach(
                        each ->
                                report.append(
                                        "  %s: %d %s%n"
                                                .formatted(
                                                        each.getKey(),
                                                        each.getValue().size(),
                                                        each.getValue().stream()
                                                                .map(Print::of)
                                                                .toList())));
        report.append("the prover: ").append(proof.getClass().getSimpleName()).append("\n");
        if (proof instanceof Proof.Refuted(var stories, _)) {
            stories.forEach(
                    story ->
                            report.append(
                                    "  %s: %d %s%n"
                                            .formatted(
                                                    broken(story),
                                                    story.length(),
                                                    story.turns().stream()
                                                            .map(turn -> Print.of(turn.what()))
                                                            .toList())));
        }
        return report.toString();
    }
}
