package gotthard.page;

import gotthard.graph.StepId;
import gotthard.journal.Ending;
import gotthard.journal.Entry;
import gotthard.journal.Event;
import gotthard.journal.Hold;
import gotthard.journal.Opening;
import gotthard.overview.BigProgramme;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// One run as its entries tell it, without anything that reports are made with.
final class RetoldRun {
    private static final Pattern DUE = Pattern.compile("(?m)^ *due: (\\S+)$");
    private static final Pattern OWNER = Pattern.compile("owner: ([a-z-]+)");

    private static final Set<String> BEGINS =
            Set.of("pending", "waits", "to be tried again", "failed", "changed since");

    final String id;
    final Opening opening;
    final Map<StepId, RetoldStep> steps = new LinkedHashMap<>();
    final Instant now;
    final Instant started;
    @Nullable Ending ending;
    @Nullable Instant ended;
    boolean goesBack;
    boolean hasWaivers;

    RetoldRun(BigProgramme.Made made, Instant now) {
        id = made.id().value();
        this.now = now;
        Entry begin = made.entries().getFirst();
        started = begin.at();
        opening = ((Event.RunOpened) begin.event()).opening();
        for (Opening.Listed listed : opening.steps()) {
            steps.put(listed.id(), new RetoldStep(id, listed, steps.size(), now));
        }
        made.entries().forEach(this::take);
        steps.forEach(
                (step, retold) ->
                        retold.end(
                                opening.selection().steps().isEmpty()
                                        || opening.selection().steps().contains(step),
                                ending != null,
                                made.progress().get(step)));
    }

    private void take(Entry entry) {
        switch (entry.event()) {
            case Event.OfStep event -> steps.get(event.step()).take(entry, event);
            case Event.RunResumed _ -> go();
            case Event.RunTurned(var direction, _) -> {
                go();
                goesBack = direction == Event.Direction.BACK;
            }
            case Event.RunEnded(var how) -> end(how, entry.at());
            case Event.RunCancelled _ -> end(Ending.CANCELLED, entry.at());
            case Event.RunWaived _ -> hasWaivers = true;
            default -> {}
        }
    }

    private void go() {
        ending = null;
        ended = null;
    }

    private void end(Ending how, Instant at) {
        ending = how;
        ended = at;
    }

    String plan() {
        return opening.plan().value();
    }

    Collection<RetoldStep> all() {
        return steps.values();
    }

    boolean has(String word) {
        return steps.values().stream().anyMatch(step -> step.word().equals(word));
    }

    @Nullable LocalDate due() {
        Matcher due = DUE.matcher(opening.documents().get(opening.planSource()));
        return due.find() ? LocalDate.parse(due.group(1)) : null;
    }

    private String owner() {
        Matcher owner = OWNER.matcher(opening.documents().get(opening.planSource()));
        return owner.find() ? owner.group(1) : "unknown";
    }

    /// What a step needs and is not there yet, where the step is to begin, or to begin once more.
    List<RetoldStep> awaited(RetoldStep step) {
        return BEGINS.contains(step.word()) || (step.word().equals("rolled back") && !goesBack)
                ? step.listed.needs().stream()
                        .map(steps::get)
                        .filter(need -> !need.isSettled())
                        .toList()
                : List.of();
    }

    /// The day before which a step may not begin, as a moment; empty where none is written or to come, or it has begun.
    String day(RetoldStep step) {
        boolean begins =
                BEGINS.contains(step.word()) || (step.word().equals("rolled back") && !goesBack);
        Matcher day =
                Pattern.compile("id: " + step.listed.id() + ", notBefore: (\\S+)}")
                        .matcher(opening.documents().get(opening.planSource()));
        String moment = begins && day.find() ? day.group(1) + "T00:00:00Z" : "";
        return moment.compareTo(now.toString()) > 0 ? moment : "";
    }

    /// What keeps these steps from going on: they themselves, or what they need.
    Set<String> blockers(List<RetoldStep> own) {
        var blockers = new TreeSet<String>();
        var open = new ArrayDeque<>(own);
        var seen = new ArrayList<RetoldStep>();
        while (!open.isEmpty()) {
            RetoldStep step = open.remove();
            if (seen.contains(step)) {
                continue;
            }
            seen.add(step);
            if (step.isWaiting()) {
                blockers.add(
                        String.join(
                                " ",
                                id,
                                step.listed.id().value(),
                                RetoldStep.text(step.since()),
                                owner(step)));
            }
            open.addAll(awaited(step));
        }
        return blockers;
    }

    private String owner(RetoldStep step) {
        Hold hold = step.hold();
        if (hold instanceof Hold.AwaitsApproval(var missing, _)) {
            return missing.stream()
                    .map(role -> role.value())
                    .sorted()
                    .collect(Collectors.joining(" and "));
        }
        return hold instanceof Hold.Paused(var by) ? by : owner();
    }
}
