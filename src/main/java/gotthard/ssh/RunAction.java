package gotthard.ssh;

import gotthard.action.Action;
import gotthard.action.Before;
import gotthard.action.Blob;
import gotthard.action.ByHand;
import gotthard.action.Captured;
import gotthard.action.Context;
import gotthard.action.Declaration;
import gotthard.action.Difference;
import gotthard.action.Evidence;
import gotthard.action.Failure;
import gotthard.action.Forecast;
import gotthard.action.Locator;
import gotthard.action.Outcome;
import gotthard.action.Prediction;
import gotthard.action.Progress;
import gotthard.action.Prompt;
import gotthard.action.Unreachable;
import gotthard.action.Verdict;
import gotthard.inventory.Endpoint;
import gotthard.inventory.EndpointName;
import gotthard.inventory.HostGroup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Runs one command on each host of a group.
final class RunAction implements Action {
    private final RunKind.With with;
    private final HostGroup group;

    RunAction(RunKind.With with, HostGroup group) {
        this.with = with;
        this.group = group;
    }

    @Override
    public Declaration declaration() {
        return new Declaration(
                "run %s on %d hosts of %s at %s, %s at a time"
                        .formatted(
                                with.run().getFirst(),
                                group.hosts().size(),
                                group.name(),
                                with.at(),
                                with.wave()),
                Set.of(with.at()),
                List.of(),
                List.of("hosts on which the command ran, marked in ~/.gotthard/marks"),
                with.undo().isEmpty()
                        ? Declaration.Reversal.IRREVERSIBLE
                        : Declaration.Reversal.RESTORES,
                RunAccess.of(with, group),
                Declaration.Guard.DETECTED,
                Declaration.Guard.DETECTED);
    }

    @Override
    public ByHand byHand(Prompt prompt) {
        return new RunByHand(with, group, prompt).told();
    }

    @Override
    public Prediction predict(Context context, Forecast earlier)
            throws InterruptedException, Unreachable {
        var changes = new ArrayList<Prediction.Change>();
        for (HostLook look : looks(context)) {
            if (!look.isRight()) {
                changes.add(
                        new Prediction.Change(
                                Prediction.Sign.RUN,
                                new Locator(look.host(), with.run().getFirst()),
                                "runs " + String.join(" ", with.run()),
                                List.of()));
            }
        }
        return changes.isEmpty()
                ? new Prediction.Nothing("every host is right already")
                : new Prediction.Changes(Prediction.Certainty.OPAQUE, changes);
    }

    @Override
    public Verdict verify(Context context) throws InterruptedException, Unreachable {
        List<Difference> differences =
                looks(context).stream()
                        .filter(look -> !look.isRight())
                        .map(this::difference)
                        .toList();
        if (!differences.isEmpty()) {
            return new Verdict.Differs(differences);
        }
        int hosts = group.hosts().size();
        return new Verdict.Holds(
                Evidence.of(
                        hosts,
                        with.check().isEmpty()
                                ? "ran on %d hosts; there is no check".formatted(hosts)
                                : "the check holds on %d hosts".formatted(hosts)));
    }

    @Override
    public Optional<String> marked(Context context) throws InterruptedException, Unreachable {
        List<String> touched =
                looks(context).stream()
                        .filter(HostLook::isTouched)
                        .map(look -> look.host() + " (" + look.mark().words() + ")")
                        .toList();
        return touched.isEmpty()
                ? Optional.empty()
                : Optional.of("the command on " + String.join(", ", touched));
    }

    @Override
    public Set<String> runs(Context context) throws InterruptedException, Unreachable {
        var runs = new TreeSet<String>();
        for (Endpoint.Host host : group.hosts()) {
            runs.addAll(mark(context, host.name()).runs());
        }
        return runs;
    }

    /// Which hosts were right before, by their places in the group.
    @Override
    public Captured capture(Context context) throws InterruptedException, Unreachable {
        List<HostLook> looks = looks(context);
        String right =
                java.util.stream.IntStream.range(0, looks.size())
                        .filter(
                                place ->
                                        looks.get(place).isRight() && !looks.get(place).isTouched())
                        .mapToObj(Integer::toString)
                        .collect(Collectors.joining(" "));
        return new Captured.Found(new Before.Inline(Blob.of(right)));
    }

    @Override
    public Outcome apply(Context context, Before before) throws InterruptedException, Unreachable {
        List<HostLook> looks = looks(context);
        List<HostLook> unknown =
                looks.stream()
                        .filter(look -> with.check().isEmpty() && look.mark() == Mark.State.BEGAN)
                        .toList();
        if (!unknown.isEmpty()) {
            return new Outcome.Unclear(interrupted(unknown.getFirst()));
        }
        List<HostLook> wrong = looks.stream().filter(look -> !look.isRight()).toList();
        if (wrong.isEmpty()) {
            return new Outcome.AlreadyDone();
        }
        return inWaves(context, wrong);
    }

    @Override
    public Outcome rollback(Context context, Before before)
            throws InterruptedException, Unreachable {
        if (with.undo().isEmpty()) {
            return new Outcome.Failed(
                    Failure.refused(
                            "what %s did can't be undone: the step has no \"undo\""
                                    .formatted(with.run().getFirst()),
                            "undo it by hand, then resolve the step"));
        }
        List<HostLook> looks = looks(context);
        for (HostLook look : looks) {
            if (look.mark() == Mark.State.LEFT) {
                mark(context, look.host()).tidy();
            }
        }
        List<HostLook> touched = looks.stream().filter(HostLook::isTouched).toList();
        if (touched.isEmpty()) {
            return new Outcome.AlreadyDone();
        }
        List<HostResult> results = Hosts.each(touched, look -> undone(context, look));
        List<HostResult> failed =
                results.stream().filter(result -> !result.ran().isGood()).toList();
        return failed.isEmpty()
                ? new Outcome.Changed(
                        Evidence.of(results.size(), "undone on %d hosts".formatted(results.size())))
                : new Outcome.Failed(
                        HostResult.failure(failed, results.size(), with.undo().getFirst()));
    }

    @Override
    public Verdict restored(Context context, Before before)
            throws InterruptedException, Unreachable {
        Set<String> right =
                before instanceof Before.Inline(var image)
                        ? Set.of(image.text().split(" ", -1))
                        : Set.of();
        var differences = new ArrayList<Difference>();
        List<HostLook> looks = looks(context);
        for (int place = 0; place < looks.size(); place++) {
            HostLook look = looks.get(place);
            boolean wasRight = right.contains(Integer.toString(place));
            if (look.mark() == Mark.State.LEFT) {
                differences.add(
                        new Difference(
                                look.host() + ":~/.gotthard",
                                "no folder",
                                "an empty one",
                                Difference.Owner.OURS_OR_ABSENT));
            } else if (look.isTouched() || (!wasRight && look.isRight())) {
                differences.add(
                        new Difference(
                                look.host().toString(),
                                "as before " + with.run().getFirst(),
                                look.isTouched() ? "the mark of this run" : "the check still holds",
                                Difference.Owner.OURS_OR_ABSENT));
            }
        }
        return differences.isEmpty()
                ? new Verdict.Holds(
                        Evidence.of(looks.size(), "%d hosts are as before".formatted(looks.size())))
                : new Verdict.Differs(differences);
    }

    /// Removes the marks, unless they are all that shows that the command ran.
    @Override
    public Outcome collect(Context context) throws InterruptedException, Unreachable {
        if (with.check().isEmpty()) {
            return new Outcome.AlreadyDone();
        }
        List<HostLook> touched = looks(context).stream().filter(HostLook::isTouched).toList();
        for (HostLook look : touched) {
            mark(context, look.host()).remove();
        }
        return touched.isEmpty()
                ? new Outcome.AlreadyDone()
                : new Outcome.Changed(
                        Evidence.of(
                                touched.size(),
                                "marks removed from %d hosts".formatted(touched.size())));
    }

    private Outcome inWaves(Context context, List<HostLook> wrong)
            throws InterruptedException, Unreachable {
        int size = with.wave().of(group.hosts().size());
        var failed = new ArrayList<HostResult>();
        int done = 0;
        for (int from = 0; from < wrong.size() && failed.size() <= with.failures(); from += size) {
            List<HostLook> wave = wrong.subList(from, Math.min(wrong.size(), from + size));
            for (HostResult result : Hosts.each(wave, look -> ran(context, look))) {
                done++;
                if (!result.ran().isGood()) {
                    failed.add(result);
                }
            }
            context.progress(
                    new Progress(
                            done,
                            OptionalLong.of(wrong.size()),
                            Progress.Unit.HOSTS,
                            "runs " + with.run().getFirst()));
        }
        return failed.isEmpty()
                ? new Outcome.Changed(Evidence.of(done, "ran on %d hosts".formatted(done)))
                : new Outcome.Failed(
                        HostResult.failure(failed, wrong.size(), with.run().getFirst()));
    }

    private HostResult ran(Context context, HostLook look)
            throws Unreachable, InterruptedException {
        return new HostResult(look.host(), mark(context, look.host()).run(with.run()));
    }

    private HostResult undone(Context context, HostLook look)
            throws Unreachable, InterruptedException {
        return new HostResult(look.host(), mark(context, look.host()).undo(with.undo()));
    }

    private static Mark mark(Context context, EndpointName host)
            throws Unreachable, InterruptedException {
        var connection = context.open(new HostConnector(), host);
        return new Mark(connection, context.key(), context.fence());
    }

    private List<HostLook> looks(Context context) throws InterruptedException, Unreachable {
        return Hosts.each(group.hosts(), host -> HostLook.of(context, host.name(), with.check()));
    }

    private Difference difference(HostLook look) {
        String wanted = with.check().isEmpty() ? "run by this run" : "the check ends with 0";
        return new Difference(
                look.host().toString(), wanted, look.found(), Difference.Owner.OURS_OR_ABSENT);
    }

    private Failure interrupted(HostLook look) {
        return Failure.refused(
                "on %s, %s was begun and it is not known how it ended"
                        .formatted(look.host(), with.run().getFirst()),
                "look there, then resolve the step; a \"check\" would let the tool find out itself");
    }
}
