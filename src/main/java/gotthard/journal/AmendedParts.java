package gotthard.journal;

import gotthard.graph.StepId;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// An amendment, taken apart and put together.
final class AmendedParts {
    private AmendedParts() {}

    static void amended(Splitting to, Event.RunAmended amended) {
        to.fact("again", amended.again().size())
                .fact("voided", amended.voided().size())
                .within("opening", part -> OpeningParts.opening(part, amended.opening()))
                .word("by", amended.by())
                .words("stepsAgain", sorted(amended.again()))
                .words("stepsVoided", sorted(amended.voided()));
    }

    static Event.RunAmended amended(Joining from) {
        return new Event.RunAmended(
                OpeningParts.opening(from.within("opening")),
                from.word("by"),
                steps(from.texts("stepsAgain")),
                steps(from.texts("stepsVoided")));
    }

    private static List<String> sorted(Collection<StepId> steps) {
        return steps.stream().sorted().map(StepId::value).toList();
    }

    private static Set<StepId> steps(List<String> names) {
        return names.stream().map(StepId::new).collect(Collectors.toSet());
    }
}
