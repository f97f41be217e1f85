package gotthard.preview;

import gotthard.graph.ApproveKind;
import gotthard.graph.StepId;
import gotthard.graph.WrittenAges;
import gotthard.graph.WrittenTimes;
import gotthard.journal.Opening;
import gotthard.journal.RunState;
import gotthard.journal.StepRecord;
import gotthard.journal.StepState;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What a new plan means for a run that was begun with another: which steps stay as they are, which run again, and which approvals are void.
///
/// @param lines the steps of the new plan in its order, then those that it leaves out
public record Amendment(List<Line> lines) {
    private static final String APPROVE = new ApproveKind().name();

    public Amendment {
        lines = List.copyOf(lines);
    }

    /// One step.
    ///
    /// @param step as it will be; for one that is left out, as it was
    public record Line(Opening.Listed step, Change change, Fate fate) {}

    /// How a step differs from what it was.
    public enum Change {
        NONE,
        ADDED,
        REMOVED,
        /// Its work is another: kind, version, parameters, sites or effects.
        WORK,
        /// It does the same after other steps.
        NEEDS,
        /// It does the same at another time.
        TIME
    }

    /// What becomes of a step.
    public enum Fate {
        /// It has not run, and will.
        RUNS,
        /// It was right and will be looked at anew, as something else.
        RUNS_AGAIN,
        /// It stays verified, or as it is.
        STAYS,
        /// It did the same, and is verified anew once all that it needs is.
        VERIFIED_AGAIN,
        /// It has changed something that must be undone as it was done, before the plan is amended.
        UNDO_FIRST,
        LEFT_OUT,
        /// Its approvals cover something else by now.
        APPROVAL_VOID
    }

    /// Compares a run with the steps of another plan.
    ///
    /// @param coversTheSame whether an approval at this step, which both have, is given for the same as before
    public static Amendment of(RunState state, Opening wanted, Predicate<StepId> coversTheSame) {
        return new Comparison(state, wanted, coversTheSame).amendment();
    }

    /// Whether nothing is another step than before, and all approvals count.
    public boolean isNothing() {
        return lines.stream()
                .allMatch(
                        line -> line.change() == Change.NONE && line.fate() != Fate.APPROVAL_VOID);
    }

    public long count(Change change) {
        return lines.stream().filter(line -> line.change() == change).count();
    }

    /// The steps of that fate.
    public List<StepId> steps(Fate fate) {
        return lines.stream()
                .filter(line -> line.fate() == fate)
                .map(line -> line.step().id())
                .toList();
    }

    /// The steps that are looked at anew.
    public Set<StepId> again() {
        var again = new HashSet<>(steps(Fate.RUNS_AGAIN));
        again.addAll(steps(Fate.VERIFIED_AGAIN));
        return again;
    }

    private record Comparison(
            RunState state,
            Map<StepId, Opening.Listed> before,
            Map<StepId, Opening.Listed> after,
            WrittenTimes timesBefore,
            WrittenTimes timesAfter,
            WrittenAges agesBefore,
            WrittenAges agesAfter,
            Predicate<StepId> coversTheSame) {
        Comparison(RunState state, Opening wanted, Predicate<StepId> coversTheSame) {
            this(
                    state,
                    byId(state.opening().steps()),
                    byId(wanted.steps()),
                    times(state.opening()),
                    times(wanted),
                    ages(state.opening()),
                    ages(wanted),
                    coversTheSame);
        }

        private static WrittenTimes times(Opening opening) {
            return WrittenTimes.of(opening.documents(), opening.planSource());
        }

        private static WrittenAges ages(Opening opening) {
            return WrittenAges.of(opening.documents(), opening.planSource());
        }

        Amendment amendment() {
            var lines = new ArrayList<Line>();
            var anew = new HashSet<StepId>();
            for (Opening.Listed step : after.values()) {
                Line line = line(step);
                boolean isAfterAnew = step.needs().stream().anyMatch(anew::contains);
                if (isAfterAnew && line.fate() == Fate.STAYS && isVerified(step.id())) {
                    line = new Line(step, line.change(), Fate.VERIFIED_AGAIN);
                }
                if (isAfterAnew || isAnew(line)) {
                    anew.add(step.id());
                }
                lines.add(line);
            }
            before.values().stream()
                    .filter(step -> !after.containsKey(step.id()))
                    .forEach(step -> lines.add(removed(step)));
            return new Amendment(lines);
        }

        private boolean isVerified(StepId step) {
            return state.step(step).isVerified();
        }

        /// Whether what depends on it has to wait for it once more.
        private static boolean isAnew(Line line) {
            return switch (line.fate()) {
                case RUNS_AGAIN, VERIFIED_AGAIN, UNDO_FIRST, APPROVAL_VOID -> true;
                case RUNS -> line.change() != Change.NONE;
                case STAYS, LEFT_OUT -> false;
            };
        }

        private Line removed(Opening.Listed step) {
            boolean isDone = state.step(step.id()).touched();
            return new Line(step, Change.REMOVED, isDone ? Fate.UNDO_FIRST : Fate.LEFT_OUT);
        }

        private Line line(Opening.Listed step) {
            Opening.Listed old = before.get(step.id());
            if (old == null) {
                return new Line(step, Change.ADDED, Fate.RUNS);
            }
            Change change = change(old, step);
            return new Line(
                    step,
                    change,
                    isApproval(old) || isApproval(step)
                            ? approval(step, change)
                            : fate(state.step(step.id()), change));
        }

        private Change change(Opening.Listed old, Opening.Listed step) {
            if (!isSameWork(old, step)) {
                return Change.WORK;
            }
            if (!old.needs().equals(step.needs())) {
                return Change.NEEDS;
            }
            boolean isOfTheSameTime =
                    timesBefore.of(step.id()).equals(timesAfter.of(step.id()))
                            && agesBefore.of(step.id()).equals(agesAfter.of(step.id()));
            return isOfTheSameTime ? Change.NONE : Change.TIME;
        }

        private static Fate fate(StepRecord record, Change change) {
            boolean isPending = record.state() instanceof StepState.Pending && !record.touched();
            if (isPending) {
                return Fate.RUNS;
            }
            return switch (change) {
                case NONE, ADDED, REMOVED, TIME -> Fate.STAYS;
                case NEEDS -> record.isVerified() ? Fate.VERIFIED_AGAIN : Fate.STAYS;
                case WORK -> record.touched() ? Fate.UNDO_FIRST : Fate.RUNS_AGAIN;
            };
        }

        private Fate approval(Opening.Listed step, Change change) {
            boolean isGiven = state.step(step.id()).isVerified() || state.hasApproval(step.id());
            if (change == Change.NONE && coversTheSame.test(step.id())) {
                return isGiven ? Fate.STAYS : Fate.RUNS;
            }
            return isGiven ? Fate.APPROVAL_VOID : Fate.RUNS;
        }

        private static boolean isSameWork(Opening.Listed one, Opening.Listed other) {
            return one.kind().equals(other.kind())
                    && one.version() == other.version()
                    && one.inputs().equals(other.inputs())
                    && one.sites().equals(other.sites())
                    && one.effects().equals(other.effects());
        }

        private static boolean isApproval(Opening.Listed step) {
            return step.kind().equals(APPROVE);
        }

        /// In their order.
        private static Map<StepId, Opening.Listed> byId(List<Opening.Listed> steps) {
            return steps.stream()
                    .collect(
                            Collectors.toMap(
                                    Opening.Listed::id,
                                    step -> step,
                                    (one, _) -> one,
                                    LinkedHashMap::new));
        }
    }
}
