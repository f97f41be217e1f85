package gotthard.cli;

import gotthard.action.Progress;
import gotthard.graph.StepId;
import gotthard.journal.Opening;
import gotthard.journal.RunState;
import gotthard.journal.StepRecord;
import gotthard.terminal.Amount;
import gotthard.terminal.Amounts;
import gotthard.terminal.Board;
import gotthard.terminal.Looks;
import gotthard.terminal.Rates;
import gotthard.terminal.Row;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;

/// What a run shows of itself while it goes on. Not for several threads.
final class Boards {
    private static final int MOST_ROWS = 20;
    private static final List<Row.Mark> URGENT =
            List.of(Row.Mark.BAD, Row.Mark.UNKNOWN, Row.Mark.HELD, Row.Mark.BUSY);

    private final Looks looks;
    private final Map<StepId, Rates> rates = new HashMap<>();
    private final Map<StepId, Progress> progress = new HashMap<>();

    Boards(Looks looks) {
        this.looks = looks;
    }

    void note(StepId step, Progress reached, Instant now) {
        progress.put(step, reached);
        rates.computeIfAbsent(step, _ -> new Rates()).note(now, reached.done(), reached.total());
    }

    /// What an earlier attempt reached says nothing about the next one.
    void forget(StepId step) {
        progress.remove(step);
        rates.remove(step);
    }

    Board board(RunState run, Instant now) {
        var rows = new ArrayList<Row>();
        for (Opening.Listed step : run.opening().steps()) {
            StepWords words = words(run, step);
            rows.add(row(run.step(step.id()), words, now));
        }
        return new Board(
                run.id() + "  " + run.opening().title(), shortened(rows), status(run, now));
    }

    /// The steps that matter most: what went wrong, then what waits, then what goes on; the rest is counted.
    ///
    /// @param told elsewhere, and left out
    List<Row> urgent(RunState run, Instant now, int most, Set<StepId> told) {
        var urgent = new EnumMap<Row.Mark, List<Row>>(Row.Mark.class);
        var rest = new TreeMap<String, Integer>();
        for (Opening.Listed step : run.opening().steps()) {
            StepWords words = words(run, step);
            boolean isUrgent = URGENT.contains(words.mark()) || words.isBusy();
            List<Row> alike = urgent.computeIfAbsent(words.mark(), _ -> new ArrayList<>());
            if (isUrgent && !told.contains(step.id()) && alike.size() < most) {
                alike.add(row(run.step(step.id()), words, now).under());
            } else if (!told.contains(step.id())) {
                rest.merge(words.state(), 1, Integer::sum);
            }
        }
        var rows = new ArrayList<Row>();
        for (Row.Mark mark :
                List.of(
                        Row.Mark.BAD,
                        Row.Mark.UNKNOWN,
                        Row.Mark.HELD,
                        Row.Mark.BACK,
                        Row.Mark.BUSY)) {
            for (Row row : urgent.getOrDefault(mark, List.of())) {
                if (rows.size() < most) {
                    rows.add(row);
                } else {
                    rest.merge(row.state(), 1, Integer::sum);
                }
            }
        }
        if (!rest.isEmpty()) {
            var parts = new ArrayList<String>();
            rest.forEach((state, count) -> parts.add(Amounts.count(count) + " " + state));
            rows.add(Row.of("- others", Row.Mark.WAITING, "", String.join(", ", parts)));
        }
        return rows;
    }

    StepWords words(RunState run, Opening.Listed step) {
        return StepWords.of(run, step, Optional.ofNullable(progress.get(step.id())));
    }

    /// Counts by state and the time since the run was opened: `3 verified, 1 running; 12s`.
    String status(RunState run, Instant now) {
        var counts = new TreeMap<String, Integer>();
        for (Opening.Listed step : run.opening().steps()) {
            counts.merge(words(run, step).state(), 1, Integer::sum);
        }
        var parts = new ArrayList<String>();
        counts.forEach((state, count) -> parts.add(count + " " + state));
        return String.join(", ", parts)
                + "; "
                + Amounts.time(Duration.between(run.openedAt(), now));
    }

    /// One line on what goes on, for where no table can be drawn; empty when nothing does.
    Optional<String> line(RunState run, Instant now) {
        var parts = new ArrayList<String>();
        for (Opening.Listed step : run.opening().steps()) {
            Progress reached = progress.get(step.id());
            if (reached != null && words(run, step).isBusy()) {
                parts.add(step.id() + " " + sums(step.id(), reached, now));
            }
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", parts));
    }

    private String sums(StepId step, Progress reached, Instant now) {
        Amount amount = amount(reached);
        OptionalDouble rate = rate(step, now);
        String left =
                Optional.ofNullable(rates.get(step))
                        .flatMap(known -> known.left(now))
                        .map(
                                time ->
                                        ", "
                                                + Amounts.range(time.least(), time.most(), looks)
                                                + " left")
                        .orElse("");
        return amount.words()
                + (rate.isPresent() ? ", " + amount.rate(rate.getAsDouble()) : "")
                + left;
    }

    private Row row(StepRecord record, StepWords words, Instant now) {
        Progress reached = progress.get(record.id());
        if (reached == null || !words.isBusy()) {
            return Row.of(record.id().value(), words.mark(), words.state(), words.doing());
        }
        Rates known = rates.computeIfAbsent(record.id(), _ -> new Rates());
        return new Row(
                record.id().value(),
                words.mark(),
                words.state(),
                words.doing(),
                Optional.of(amount(reached)),
                known.perSecond(now),
                known.left(now),
                record.started().map(at -> Duration.between(at, now)));
    }

    private OptionalDouble rate(StepId step, Instant now) {
        Rates known = rates.get(step);
        return known == null ? OptionalDouble.empty() : known.perSecond(now);
    }

    static Amount amount(Progress reached) {
        return new Amount(
                reached.done(), reached.total(), reached.unit().name().toLowerCase(Locale.ROOT));
    }

    /// At most so many rows that a small terminal can hold them: first those that are done are left out, then those that wait.
    private static List<Row> shortened(List<Row> rows) {
        if (rows.size() <= MOST_ROWS) {
            return rows;
        }
        List<Row> shown = new ArrayList<>(rows);
        for (Row.Mark least : List.of(Row.Mark.GOOD, Row.Mark.WAITING)) {
            shown = without(shown, least, shown.size() - MOST_ROWS);
        }
        int left = rows.size() - shown.size();
        shown.add(
                Row.of("and " + left + " more", Row.Mark.WAITING, "", "gotthard status lists all"));
        return shown;
    }

    /// Without the first so many that have the mark.
    private static List<Row> without(List<Row> rows, Row.Mark mark, int count) {
        var kept = new ArrayList<Row>();
        int left = 0;
        for (Row row : rows) {
            if (row.mark() == mark && left < count) {
                left++;
            } else {
                kept.add(row);
            }
        }
        return kept;
    }
}
