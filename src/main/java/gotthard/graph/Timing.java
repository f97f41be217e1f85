package gotthard.graph;

import gotthard.action.Declaration;
import gotthard.action.Work;
import gotthard.inventory.SiteName;
import gotthard.inventory.WindowName;
import gotthard.plan.StepSpec;
import gotthard.policy.Calendar;
import gotthard.policy.Undertaking;
import gotthard.policy.Window;
import gotthard.problem.Code;
import gotthard.problem.Problem;
import gotthard.problem.Problems;
import gotthard.problem.Quoted;
import gotthard.shape.Durations;
import gotthard.shape.Located;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds which steps the calendar concerns: those that ask for a window, and where there are freezes those that change something; and whose
/// verification counts only for a while.
final class Timing {
    private static final Code TOO_LONG = new Code("longer-than-window");
    private static final Code NO_WINDOW = new Code("approval-in-window");
    private static final Code NOT_FRESH = new Code("approval-fresh");
    private static final Code NO_DAY = new Code("approval-not-before");

    private final Calendar calendar;
    private final Problems problems;
    private final Map<StepId, Undertaking> undertakings = new HashMap<>();
    private final Map<StepId, Duration> fresh = new HashMap<>();
    private final Set<StepSpec> refused = new HashSet<>();

    private Timing(Calendar calendar, Problems problems) {
        this.calendar = calendar;
        this.problems = problems;
    }

    static Timetable of(List<Bound> bound, Calendar calendar, Problems problems) {
        var timing = new Timing(calendar, problems);
        bound.forEach(timing::add);
        return new Timetable(calendar, timing.undertakings, timing.fresh);
    }

    private void add(Bound bound) {
        StepId id = bound.instance().id();
        StepSpec spec = bound.instance().spec();
        spec.window().ifPresent(window -> check(spec, bound.work(), window));
        spec.notBefore().ifPresent(day -> checkDay(spec, bound.work(), day));
        spec.fresh().ifPresent(counts -> checkFresh(spec, bound.work(), counts));
        switch (bound.work()) {
            case Work.Single single -> add(id, spec, single);
            case Work.Fragment(var parts) ->
                    parts.forEach(part -> add(Fragments.part(bound, part.id()), spec, part.work()));
        }
    }

    private void add(StepId id, StepSpec spec, Work.Single work) {
        if (!(work instanceof Work.Change(_, var declaration))) {
            return;
        }
        spec.fresh().ifPresent(counts -> fresh.put(id, counts.value()));
        boolean changes = declaration.reversal() != Declaration.Reversal.NOTHING_TO_UNDO;
        Set<SiteName> sites = changes ? declaration.sites() : Set.of();
        boolean mayFreeze = !calendar.freezes().isEmpty() && !sites.isEmpty();
        if (spec.window().isPresent() || spec.notBefore().isPresent() || mayFreeze) {
            undertakings.put(
                    id,
                    new Undertaking(
                            spec.window().map(Located::value),
                            spec.notBefore().map(Located::value),
                            spec.takes().map(Located::value).orElse(Duration.ZERO),
                            sites));
        }
    }

    private void checkDay(StepSpec spec, Work work, Located<LocalDate> day) {
        if (work instanceof Work.Approval && refused.add(spec)) {
            problems.add(
                    Problem.error(
                                    NO_DAY,
                                    day.place(),
                                    step(spec) + " waits for people, not for a day")
                            .withAdvice("give the day to the steps that come after it"));
        }
    }

    private void checkFresh(StepSpec spec, Work work, Located<Duration> counts) {
        if (work instanceof Work.Approval && refused.add(spec)) {
            problems.add(
                    Problem.error(
                                    NOT_FRESH,
                                    counts.place(),
                                    step(spec) + " is given by people and can't be verified again")
                            .withAdvice("say with \"validFor\" how long an approval counts"));
        }
    }

    /// Once for each step as written, however many `each` makes of it.
    private void check(StepSpec spec, Work work, Located<WindowName> name) {
        if (!refused.add(spec)) {
            return;
        }
        if (work instanceof Work.Approval) {
            problems.add(
                    Problem.error(
                                    NO_WINDOW,
                                    name.place(),
                                    step(spec) + " waits for people, not for a window")
                            .withAdvice("give the window to the steps that come after it"));
            return;
        }
        Optional<Window> window = calendar.window(name.value());
        if (window.isPresent() && spec.takes().isPresent()) {
            check(spec, spec.takes().get(), window.get());
        }
    }

    private void check(StepSpec spec, Located<Duration> takes, Window window) {
        if (takes.value().compareTo(window.longest()) >= 0) {
            problems.add(
                    Problem.error(
                                    TOO_LONG,
                                    takes.place(),
                                    step(spec)
                                            + " takes "
                                            + Durations.text(takes.value())
                                            + ", and its window "
                                            + Quoted.of(window.name().value())
                                            + " is open for "
                                            + Durations.text(window.longest()))
                            .withAdvice(
                                    "divide the step, or give it a longer window; before it starts it is looked at, which takes time, too"));
        }
    }

    private static String step(StepSpec spec) {
        return "step " + Quoted.of(spec.id().value().value());
    }
}
