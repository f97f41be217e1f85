package gotthard.cli;

import gotthard.action.Progress;
import gotthard.graph.StepId;
import gotthard.journal.Event;
import gotthard.journal.Journal;
import gotthard.journal.RunState;
import gotthard.journal.StepState;
import gotthard.overview.Overview;
import gotthard.overview.ProgrammeOverview;
import gotthard.overview.Waiting;
import gotthard.report.CellWords;
import gotthard.report.Headline;
import gotthard.report.PhaseWords;
import gotthard.run.RunObserver;
import gotthard.terminal.Looks;
import gotthard.terminal.Row;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// One of the runs that are shown together. Not for several threads.
final class Watched implements RunObserver {
    /// Numbers are replayed from all entries, which thousands of steps have many of.
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final Journal journal;
    private final Followed run;
    private final Boards boards;
    private final Map<StepId, String> told = new HashMap<>();
    private Instant now = Instant.EPOCH;
    private Instant reckoned = Instant.EPOCH;
    private Optional<ProgrammeOverview> numbers = Optional.empty();
    private Optional<String> holder = Optional.empty();

    Watched(Journal journal, RunState state, Looks looks) {
        this.journal = journal;
        run = new Followed(journal, state);
        boards = new Boards(looks);
    }

    RunState state() {
        return run.state();
    }

    /// Whether nobody goes on with it.
    boolean isOver() {
        return holder.isEmpty()
                && state().ending().map(ending -> !Coordinator.takesUp(ending)).orElse(false);
    }

    void look(Instant at) {
        now = at;
        holder = run.holder();
        boolean isNew = run.look(this);
        if (numbers.isEmpty() || (isNew && Duration.between(reckoned, now).compareTo(FRESH) >= 0)) {
            reckoned = now;
            numbers =
                    Optional.of(
                            ProgrammeOverview.of(
                                    List.of(
                                            Overview.of(
                                                    state(),
                                                    journal.entries(run.id(), 0),
                                                    journal.progress(run.id()),
                                                    now))));
        }
    }

    @Override
    public void changed(RunState state) {
        state.opening()
                .steps()
                .forEach(
                        step -> {
                            String word = boards.words(state, step).state();
                            boolean isNew = !word.equals(told.put(step.id(), word));
                            if (isNew && !word.equals("verifying")) {
                                boards.forget(step.id());
                            }
                        });
    }

    @Override
    public void changed(RunState state, List<Event> events) {
        changed(state);
    }

    @Override
    public void progressed(StepId step, Progress progress) {
        boards.note(step, progress, now);
    }

    /// What it shows: its name and how it stands, when it ends, its way back, and the steps that matter most.
    ///
    /// @param most rows of steps
    List<Row> rows(int most) {
        var rows = new ArrayList<Row>();
        rows.add(Row.of(run.id().value(), mark(), word(), state().opening().title()));
        rows.add(note("carried out by", holder.orElse("nobody")));
        List<Waiting> waiting = numbers.map(all -> waiting(all, most)).orElse(List.of());
        numbers.ifPresent(
                all -> {
                    String ends = PhaseWords.forecast(all.phases().getFirst().forecast());
                    rows.add(note("ends", ends));
                    rows.add(note("way back", wayBack(all)));
                });
        waiting.forEach(one -> rows.add(waits(one)));
        Set<StepId> told = waiting.stream().map(Waiting::step).collect(Collectors.toSet());
        rows.addAll(boards.urgent(state(), now, most - waiting.size(), told));
        return rows;
    }

    /// Steps that are held now, of which there may be thousands.
    private List<Waiting> waiting(ProgrammeOverview all, int most) {
        return all.waiting().stream()
                .filter(one -> state().step(one.step()).state() instanceof StepState.Held)
                .limit(Math.max(1, most / 2))
                .toList();
    }

    private static Row note(String name, String words) {
        return Row.of("- " + name, Row.Mark.WAITING, "", words);
    }

    private static Row waits(Waiting waiting) {
        String released = waiting.releasedBy();
        String owner = waiting.owner().map(who -> who + ": ").orElse("");
        return Row.of(
                "- " + waiting.step(),
                Row.Mark.HELD,
                "waits",
                released.startsWith(waiting.what())
                        ? "for " + released
                        : "for " + waiting.what() + "; " + owner + released);
    }

    private static String wayBack(ProgrammeOverview all) {
        String cells =
                all.cells().stream()
                        .map(cell -> CellWords.backUntil(cell.backUntil()))
                        .distinct()
                        .collect(Collectors.joining("; "));
        return cells.isEmpty() ? Headline.wayBack(all.latest().getFirst().wayBack()) : cells;
    }

    private Row.Mark mark() {
        return state().ending()
                .map(
                        ending ->
                                switch (ending) {
                                    case DONE -> Row.Mark.GOOD;
                                    case ROLLED_BACK -> Row.Mark.BACK;
                                    case FAILED, ROLLBACK_FAILED -> Row.Mark.BAD;
                                    case WAITING, STOPPED, OVERTAKEN, CANCELLED -> Row.Mark.HELD;
                                    case UNKNOWN -> Row.Mark.UNKNOWN;
                                })
                .orElse(Row.Mark.BUSY);
    }

    private String word() {
        return state().ending()
                .map(ending -> ending.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .orElse("underway");
    }
}
