package gotthard.page;

import gotthard.action.Evidence;
import gotthard.action.Outcome;
import gotthard.action.Progress;
import gotthard.action.Verdict;
import gotthard.graph.StepId;
import gotthard.journal.Entry;
import gotthard.journal.Event;
import gotthard.journal.Opening;
import gotthard.overview.BigProgramme;
import gotthard.overview.Part;
import gotthard.world.Effect;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Counts what the entries of runs say, one after the other, without anything that reports are made with. It knows what happens in a
/// [BigProgramme], and no more.
final class Replay {
    private static final long UNKNOWN = -1;

    private Replay() {}

    /// What was seen of one step.
    private static final class Seen {
        private @Nullable Event last;
        private @Nullable Evidence standing;
        private long first = UNKNOWN;
        private long latest = UNKNOWN;
        private long entry = UNKNOWN;
        private int attempts;
    }

    static Map<String, String> steps(List<BigProgramme.Made> runs) {
        var steps = new TreeMap<String, String>();
        for (var run : runs) {
            Map<StepId, Seen> seen = seen(run.entries());
            for (Opening.Listed step : opening(run).steps()) {
                Seen one = seen.getOrDefault(step.id(), new Seen());
                steps.put(run.id() + " " + step.id(), text(one.entry) + " " + one.attempts);
            }
        }
        return steps;
    }

    static Map<String, String> cells(List<BigProgramme.Made> runs) {
        var shares = new TreeMap<String, List<long[]>>();
        for (var run : runs) {
            Map<StepId, Seen> seen = seen(run.entries());
            for (Opening.Listed step : opening(run).steps()) {
                for (Effect effect : step.effects()) {
                    if (effect instanceof Effect.Copy) {
                        shares.computeIfAbsent(effect.cell().toString(), _ -> new ArrayList<>())
                                .add(
                                        shares(
                                                seen.getOrDefault(step.id(), new Seen()),
                                                run.progress().get(step.id())));
                    }
                }
            }
        }
        var cells = new TreeMap<String, String>();
        shares.forEach(
                (cell, all) ->
                        cells.put(
                                cell,
                                text(least(all, 0))
                                        + " "
                                        + text(least(all, 1))
                                        + " "
                                        + text(sum(all, 2))
                                        + " "
                                        + grown(all)));
        return cells;
    }

    static int verifiedCells(List<BigProgramme.Made> runs) {
        var bad = new TreeMap<String, Boolean>();
        for (var run : runs) {
            Map<StepId, Seen> seen = seen(run.entries());
            for (Opening.Listed step : opening(run).steps()) {
                for (Effect effect : step.effects()) {
                    if (effect instanceof Effect.Copy) {
                        bad.merge(
                                effect.cell().toString(),
                                !isWhole(seen.getOrDefault(step.id(), new Seen()).standing),
                                Boolean::logicalOr);
                    }
                }
            }
        }
        return (int) bad.values().stream().filter(isBad -> !isBad).count();
    }

    private static boolean isWhole(@Nullable Evidence standing) {
        return standing != null && standing.compared() == standing.of();
    }

    static Part.Amount compared(List<BigProgramme.Made> runs) {
        long things = 0;
        long bytes = 0;
        for (var run : runs) {
            Map<StepId, Seen> seen = seen(run.entries());
            for (Opening.Listed step : opening(run).steps()) {
                Evidence standing = seen.getOrDefault(step.id(), new Seen()).standing;
                if (step.kind().equals("files.copy") && standing != null) {
                    things += standing.compared();
                    bytes += standing.bytes();
                }
            }
        }
        return new Part.Amount(things, bytes);
    }

    private static Opening opening(BigProgramme.Made run) {
        return ((Event.RunOpened) run.entries().getFirst().event()).opening();
    }

    private static Map<StepId, Seen> seen(List<Entry> entries) {
        var all = new HashMap<StepId, Seen>();
        for (Entry entry : entries) {
            if (entry.event() instanceof Event.OfStep event) {
                Seen seen = all.computeIfAbsent(event.step(), _ -> new Seen());
                seen.last = event;
                seen.entry = entry.seq();
                seen.attempts += event instanceof Event.StepIntended ? 1 : 0;
                seen.standing = null;
                if (event instanceof Event.StepVerified(_, Verdict.Holds(var evidence))) {
                    seen.standing = evidence;
                    seen.latest = evidence.of();
                    seen.first = seen.first == UNKNOWN ? evidence.of() : seen.first;
                }
            }
        }
        return all;
    }

    /// Moved and verified in per cent, the total now and the first one.
    private static long[] shares(Seen seen, @Nullable Progress progress) {
        Evidence standing = seen.standing;
        if (standing != null) {
            return new long[] {
                100, standing.compared() * 100 / standing.of(), seen.latest, seen.first
            };
        }
        if (seen.last == null || seen.last instanceof Event.StepRestored) {
            return new long[] {0, 0, seen.latest, seen.first};
        }
        if (seen.last instanceof Event.StepIntended) {
            boolean isKnown =
                    progress != null
                            && progress.total().isPresent()
                            && progress.done() <= progress.total().getAsLong();
            long moved = isKnown ? progress.done() * 100 / progress.total().getAsLong() : UNKNOWN;
            return new long[] {moved, 0, seen.latest, seen.first};
        }
        if (seen.last instanceof Event.StepEnded(_, Outcome.Changed _)) {
            return new long[] {100, 0, seen.latest, seen.first};
        }
        return new long[] {UNKNOWN, UNKNOWN, seen.latest, seen.first};
    }

    private static long least(List<long[]> all, int which) {
        return all.stream().mapToLong(one -> one[which]).min().orElse(UNKNOWN);
    }

    private static long sum(List<long[]> all, int which) {
        return all.stream().anyMatch(one -> one[which] == UNKNOWN)
                ? UNKNOWN
                : all.stream().mapToLong(one -> one[which]).sum();
    }

    private static String grown(List<long[]> all) {
        return sum(all, 2) == UNKNOWN ? "unknown" : Long.toString(sum(all, 2) - sum(all, 3));
    }

    private static String text(long number) {
        return number == UNKNOWN ? "unknown" : Long.toString(number);
    }
}
