package gotthard.journal;

import gotthard.action.Before;
import gotthard.action.Behind;
import gotthard.action.Blob;
import gotthard.action.Difference;
import gotthard.action.Evidence;
import gotthard.action.Failure;
import gotthard.action.Locator;
import gotthard.action.Outcome;
import gotthard.action.Progress;
import gotthard.action.SaltedDigest;
import gotthard.action.Verdict;
import gotthard.inventory.EndpointName;
import gotthard.inventory.SiteName;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What actions say, taken apart and put together.
final class ActionParts {
    private ActionParts() {}

    static void evidence(Splitting to, Evidence evidence) {
        to.fact("compared", evidence.compared())
                .fact("of", evidence.of())
                .fact("bytes", evidence.bytes())
                .word("statement", evidence.statement())
                .words("details", evidence.details());
        evidence.behind().ifPresent(behind -> behind(to, behind));
    }

    static Evidence evidence(Joining from) {
        return new Evidence(
                from.number("compared"),
                from.number("of"),
                from.number("bytes"),
                from.word("statement"),
                from.texts("details"),
                behind(from));
    }

    /// Beside what it belongs to; there is none in what versions wrote that told it in words only.
    private static void behind(Splitting to, Behind behind) {
        to.fact("behindBytes", behind.bytes()).fact("behindMillis", behind.age().toMillis());
    }

    private static Optional<Behind> behind(Joining from) {
        return from.hasFact("behindBytes")
                ? Optional.of(
                        new Behind(
                                from.number("behindBytes"),
                                Duration.ofMillis(from.number("behindMillis"))))
                : Optional.empty();
    }

    static void failure(Splitting to, Failure failure) {
        to.fact("kind", failure.kind()).word("what", failure.what()).word("next", failure.next());
    }

    static Failure failure(Joining from) {
        return new Failure(
                from.choice("kind", Failure.Kind.class), from.word("what"), from.word("next"));
    }

    static void outcome(Splitting to, Outcome outcome) {
        switch (outcome) {
            case Outcome.Changed(var evidence) -> evidence(to.is("changed"), evidence);
            case Outcome.AlreadyDone() -> to.is("already-done");
            case Outcome.Failed(var failure) -> failure(to.is("failed"), failure);
            case Outcome.Unclear(var failure) -> failure(to.is("unclear"), failure);
        }
    }

    static Outcome outcome(Joining from) {
        return switch (from.is()) {
            case "changed" -> new Outcome.Changed(evidence(from));
            case "already-done" -> new Outcome.AlreadyDone();
            case "failed" -> new Outcome.Failed(failure(from));
            case "unclear" -> new Outcome.Unclear(failure(from));
            default -> throw new Unreadable("no outcome is called \"" + from.is() + "\"");
        };
    }

    static void verdict(Splitting to, Verdict verdict) {
        switch (verdict) {
            case Verdict.Holds(var evidence) -> evidence(to.is("holds"), evidence);
            case Verdict.Differs(var differences) -> differences(to.is("differs"), differences);
            case Verdict.Underway(var progress) -> progress(to.is("underway"), progress);
            case Verdict.Unreadable(var failure) -> failure(to.is("unreadable"), failure);
        }
    }

    static Verdict verdict(Joining from) {
        return switch (from.is()) {
            case "holds" -> new Verdict.Holds(evidence(from));
            case "differs" -> new Verdict.Differs(differences(from));
            case "underway" -> new Verdict.Underway(progress(from));
            case "unreadable" -> new Verdict.Unreadable(failure(from));
            default -> throw new Unreadable("no verdict is called \"" + from.is() + "\"");
        };
    }

    /// How many there are, and how many of them are others' work, are facts.
    static void differences(Splitting to, List<Difference> differences) {
        long foreign =
                differences.stream().filter(it -> it.owner() == Difference.Owner.FOREIGN).count();
        to.fact("differences", differences.size())
                .fact("foreign", foreign)
                .each("each", differences, ActionParts::difference);
    }

    /// Erased differences leave one that says so.
    static List<Difference> differences(Joining from) {
        if (from.isErased()) {
            var owner =
                    from.number("foreign") > 0
                            ? Difference.Owner.FOREIGN
                            : Difference.Owner.OURS_OR_ABSENT;
            return List.of(new Difference(Joining.ERASED, Joining.ERASED, Joining.ERASED, owner));
        }
        return from.each("each", ActionParts::difference);
    }

    private static void difference(Splitting to, Difference difference) {
        to.word("thing", difference.thing())
                .word("wanted", difference.wanted())
                .word("found", difference.found())
                .fact("owner", difference.owner());
    }

    private static Difference difference(Joining from) {
        return new Difference(
                from.word("thing"),
                from.word("wanted"),
                from.word("found"),
                from.choice("owner", Difference.Owner.class));
    }

    static void progress(Splitting to, Progress progress) {
        to.fact("done", progress.done());
        progress.total().ifPresent(total -> to.fact("total", total));
        to.fact("unit", progress.unit()).word("doing", progress.doing());
        progress.behind().ifPresent(behind -> behind(to, behind));
    }

    static Progress progress(Joining from) {
        return new Progress(
                from.number("done"),
                from.hasFact("total")
                        ? OptionalLong.of(from.number("total"))
                        : OptionalLong.empty(),
                from.choice("unit", Progress.Unit.class),
                from.word("doing"),
                behind(from));
    }

    static void before(Splitting to, Before before) {
        switch (before) {
            case Before.Absent() -> to.is("absent");
            case Before.Inline inline -> to.is("inline").word("image", inline.image().bytes());
            case Before.Kept(var at, var digest) ->
                    to.is("kept")
                            .digest("digest", digest.hex())
                            .word("site", at.where().site().value())
                            .word("endpoint", at.where().local())
                            .word("path", at.path());
        }
    }

    static Before before(Joining from) {
        return switch (from.is()) {
            case "absent" -> new Before.Absent();
            case "inline" -> new Before.Inline(Blob.of(from.bytes("image")));
            case "kept" ->
                    new Before.Kept(
                            new Locator(
                                    new EndpointName(
                                            new SiteName(from.word("site")), from.word("endpoint")),
                                    from.word("path")),
                            new SaltedDigest(from.digest("digest")));
            default -> throw new Unreadable("nothing before is called \"" + from.is() + "\"");
        };
    }
}
