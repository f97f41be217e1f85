package gotthard.journal;

import gotthard.action.Before;
import gotthard.action.Behind;
import gotthard.action.Blob;
import gotthard.action.Checkpoint;
import gotthard.action.Difference;
import gotthard.action.Evidence;
import gotthard.action.Failure;
import gotthard.action.Locator;
import gotthard.action.Outcome;
import gotthard.action.Prediction;
import gotthard.action.Progress;
import gotthard.action.SaltedDigest;
import gotthard.action.Verdict;
import gotthard.graph.StepId;
import gotthard.inventory.DataTypeName;
import gotthard.inventory.EndpointName;
import gotthard.inventory.PersonName;
import gotthard.inventory.RegionName;
import gotthard.inventory.RoleName;
import gotthard.inventory.SiteName;
import gotthard.plan.PlanName;
import gotthard.world.CellId;
import gotthard.world.Effect;
import gotthard.world.Invariant;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// Values for the journal's tests, one for each alternative that an event can have.
final class Examples {
    static final RunId RUN = new RunId("europe-files-k3x9q");
    static final Instant AT = Instant.parse("2019-11-13T08:00:00.123Z");
    static final StepId READY = new StepId("ready");
    static final StepId FILES = new StepId("files[zurich-1]");
    static final PersonName LEAD = new PersonName("platform-lead-1");

    private static final CellId CELL =
            new CellId(new RegionName("europe"), new DataTypeName("suspicious-files"));
    private static final SiteName MOSCOW = new SiteName("moscow");
    private static final SiteName ZURICH = new SiteName("zurich-1");

    private static final Failure REFUSED =
            Failure.refused("zurich-1/file-1 refused the key", "add it to authorized_keys");
    private static final Difference MISSING =
            Difference.missing("zurich-1/file-1:/srv/intake/a.bin", "36,104 bytes");
    private static final Difference FOREIGN =
            new Difference("Deployment intake", "absent", "present", Difference.Owner.FOREIGN);
    private static final Evidence EVIDENCE =
            new Evidence(2000, 2000, 36_104_000, "2,000 files, equal", List.of("by SHA-256", "é"));
    private static final Progress PROGRESS =
            new Progress(12, OptionalLong.of(100), Progress.Unit.FILES, "copies a.bin");
    private static final Progress ENDLESS =
            new Progress(12, OptionalLong.empty(), Progress.Unit.BYTES, "copies");
    private static final Behind BEHIND = new Behind(12_000_000, Duration.ofSeconds(40));
    private static final Request.Approve UNSIGNED =
            new Request.Approve(
                    READY, LEAD, Instant.parse("2019-11-12T17:30:00Z"), "go", Optional.empty());
    static final Request.Approve APPROVAL =
            new Request.Approve(
                    READY,
                    LEAD,
                    Instant.parse("2019-11-12T17:30:00Z"),
                    "go",
                    Optional.of(
                            new Request.Signed(
                                    "ef".repeat(32),
                                    Instant.parse("2019-11-19T17:30:00Z"),
                                    "0123456789abcdef",
                                    "AAAAC3NzaC1lZDI1NTE5AAAAI",
                                    "{\"payloadType\":\"application/vnd.in-toto+json\"}")));

    private static final Operation.Exhibit EXHIBIT = new Operation.Exhibit("note.txt", "ab12");

    private Examples() {}

    static Opening opening() {
        return new Opening(
                new PlanName("europe-files"),
                "Files shared by users in Europe move to Zurich",
                "plans/10-europe-files.yaml",
                "inventories/sandbox.yaml",
                "0.1.0",
                "platform-lead-1 on coordinator",
                42,
                new Opening.Selection(Set.of(READY, FILES)),
                Opening.Limits.USUAL,
                List.of(
                        new Opening.Listed(
                                READY,
                                "preflight",
                                1,
                                "looks",
                                Set.of(),
                                Set.of(MOSCOW),
                                List.of(),
                                "ab12"),
                        new Opening.Listed(
                                FILES,
                                "files.copy",
                                1,
                                "copies",
                                Set.of(READY),
                                Set.of(MOSCOW, ZURICH),
                                List.of(
                                        new Effect.Stage(CELL, ZURICH),
                                        new Effect.Copy(CELL, MOSCOW, ZURICH, true),
                                        new Effect.Deploy(CELL, ZURICH),
                                        new Effect.Processing(CELL, ZURICH)),
                                "cd34")),
                Map.of(
                        "plans/10-europe-files.yaml",
                        "kind: Plan\n",
                        "policy.yaml",
                        "kind: Policy\n"));
    }

    static Event opened() {
        return new Event.RunOpened(opening());
    }

    /// Every alternative of an event, and of what is in it, by a name for its golden file.
    static Map<String, Event> all() {
        Map<String, Event> all = new LinkedHashMap<>();
        all.put("run.opened", opened());
        all.put("run.expects", new Event.RunExpects(expected()));
        all.put(
                "run.amended",
                new Event.RunAmended(opening(), "platform-lead-1", Set.of(FILES), Set.of(READY)));
        all.put("run.resumed", new Event.RunResumed("0.2.0", "platform-lead-1 on coordinator"));
        all.put("run.turned", new Event.RunTurned(Event.Direction.BACK, "files[zurich-1] failed"));
        all.put("run.imported", new Event.RunImported(AT));
        all.put(
                "run.waived",
                new Event.RunWaived(
                        new Waived(
                                Invariant.GAP_HELD,
                                "europe/file-metadata",
                                new PersonName("anna"),
                                AT.plusSeconds(3600),
                                "the supervisor stands by",
                                "{}")));
        all.put("run.ended", new Event.RunEnded(Ending.ROLLED_BACK));
        all.put("step.found-right", new Event.StepFoundRight(FILES, EVIDENCE));
        all.put("step.intended-absent", intended(1, new Before.Absent(), List.of(2L, 3L)));
        all.put(
                "step.intended-inline",
                intended(2, new Before.Inline(Blob.of("replicas: 3")), List.of()));
        all.put("step.intended-kept", intended(3, kept(), List.of(2L)));
        all.put("step.checkpointed", new Event.StepCheckpointed(FILES, new Checkpoint("a.bin")));
        all.put("step.kept", new Event.StepKept(FILES, "log of job", Blob.of("copied 2000\n")));
        all.put("step.ended-changed", new Event.StepEnded(FILES, new Outcome.Changed(EVIDENCE)));
        all.put("step.ended-already", new Event.StepEnded(FILES, new Outcome.AlreadyDone()));
        all.put("step.ended-failed", new Event.StepEnded(FILES, new Outcome.Failed(REFUSED)));
        all.put("step.ended-unclear", new Event.StepEnded(FILES, new Outcome.Unclear(REFUSED)));
        all.put("step.verified-holds", new Event.StepVerified(FILES, new Verdict.Holds(EVIDENCE)));
        all.put(
                "step.verified-differs",
                new Event.StepVerified(FILES, new Verdict.Differs(List.of(MISSING, FOREIGN))));
        all.put(
                "step.verified-behind",
                new Event.StepVerified(
                        FILES,
                        new Verdict.Holds(
                                new Evidence(1, 1, 9, "1 file", List.of(), Optional.of(BEHIND)))));
        all.put(
                "step.verified-follows",
                new Event.StepVerified(
                        FILES,
                        new Verdict.Underway(
                                new Progress(
                                        12,
                                        OptionalLong.empty(),
                                        Progress.Unit.BYTES,
                                        "pass 3",
                                        Optional.of(BEHIND)))));
        all.put(
                "step.verified-underway",
                new Event.StepVerified(FILES, new Verdict.Underway(PROGRESS)));
        all.put(
                "step.verified-endless",
                new Event.StepVerified(FILES, new Verdict.Underway(ENDLESS)));
        all.put(
                "step.verified-unreadable",
                new Event.StepVerified(FILES, new Verdict.Unreadable(REFUSED)));
        all.put("step.recovered", new Event.StepRecovered(FILES, "400 files brought"));
        all.put("step.given-up", new Event.StepGivenUp(FILES));
        holds().forEach(
                        (name, hold) ->
                                all.put("step.held-" + name, new Event.StepHeld(FILES, hold)));
        all.put("step.released", new Event.StepReleased(FILES));
        all.put("step.approved-signed", new Event.StepApproved(READY, List.of(APPROVAL)));
        all.put("step.undo-intended", new Event.StepUndoIntended(FILES, 2));
        all.put("step.undone", new Event.StepUndone(FILES, new Outcome.Changed(EVIDENCE)));
        all.put("step.restored", new Event.StepRestored(FILES, new Verdict.Holds(EVIDENCE)));
        all.put("request.accepted-approve-signed", new Event.RequestAccepted(1, APPROVAL));
        all.put(
                "request.refused-approve-unsigned",
                new Event.RequestRefused(4, UNSIGNED, "it is not signed"));
        all.put(
                "request.accepted-rollback",
                new Event.RequestAccepted(2, new Request.Rollback(LEAD, "wrong window")));
        all.put(
                "request.refused-stop",
                new Event.RequestRefused(3, new Request.Stop(LEAD, "lunch"), "it has ended"));
        operations()
                .forEach(
                        (name, operation) ->
                                all.put(
                                        "operation.accepted-" + name,
                                        new Event.RequestAccepted(4, operation)));
        all.put(
                "operation.refused",
                new Event.RequestRefused(5, new Operation.Retry(LEAD, FILES), "it is verified"));
        all.put("run.cancelled", new Event.RunCancelled());
        all.put(
                "site.paused",
                new Event.SitePaused(
                        ZURICH, new SitePause("metadata-p99", "0.73", "at most 0.5 for 30s")));
        all.put("site.resumed", new Event.SiteResumed(ZURICH));
        all.put("step.skipped", new Event.StepSkipped(FILES, LEAD, "not needed"));
        all.put(
                "step.resolved-verified",
                new Event.StepResolved(
                        FILES,
                        Operation.Claim.APPLIED,
                        new Resolution(
                                LEAD,
                                "by courier",
                                Optional.of(EXHIBIT),
                                new Resolution.Basis.Verified(EVIDENCE))));
        all.put(
                "step.resolved-waived",
                new Event.StepResolved(
                        FILES,
                        Operation.Claim.APPLIED,
                        new Resolution(
                                LEAD,
                                "by courier",
                                Optional.empty(),
                                new Resolution.Basis.Waived(
                                        AT, new Verdict.Differs(List.of(MISSING)), "{}"))));
        all.put(
                "step.claim-refused",
                new Event.StepClaimRefused(FILES, LEAD, new Verdict.Differs(List.of(MISSING))));
        all.put("run.collected", new Event.RunCollected("lead on a laptop"));
        all.put("step.collected", new Event.StepCollected(FILES, EVIDENCE));
        all.put("step.waiver-ended", new Event.StepWaiverEnded(FILES));
        return all;
    }

    private static Map<String, Operation> operations() {
        Map<String, Operation> all = new LinkedHashMap<>();
        all.put("pause", new Operation.Pause(LEAD, Optional.empty(), "a storm"));
        all.put("pause-step", new Operation.Pause(LEAD, Optional.of(FILES), "a storm"));
        all.put("resume", new Operation.Resume(LEAD, Optional.empty()));
        all.put("retry", new Operation.Retry(LEAD, FILES));
        all.put("skip", new Operation.Skip(LEAD, FILES, "not needed"));
        all.put("cancel", new Operation.Cancel(LEAD, "moved to spring"));
        all.put("rollback-step", new Operation.RollbackStep(LEAD, FILES, "wrong window"));
        all.put(
                "resolve",
                new Operation.Resolve(
                        LEAD,
                        FILES,
                        Operation.Claim.ABSENT,
                        "by hand",
                        Optional.of(EXHIBIT),
                        Optional.of(new Operation.Waiver(AT, "{}"))));
        return all;
    }

    /// What this version only reads: nobody can approve without a signature any more.
    static Map<String, Event> older() {
        return Map.of(
                "step.approved", new Event.StepApproved(READY, List.of(UNSIGNED)),
                "request.accepted-approve", new Event.RequestAccepted(1, UNSIGNED));
    }

    private static Map<String, Hold> holds() {
        Map<String, Hold> holds = new LinkedHashMap<>();
        var roles = Set.of(new RoleName("supervisor"), new RoleName("platform-lead"));
        holds.put("awaits-approval", new Hold.AwaitsApproval(roles, "gotthard approve go"));
        holds.put("awaits-quorum", new Hold.AwaitsQuorum(2, roles, "gotthard approve go"));
        holds.put("awaits-value", new Hold.AwaitsValue("lag of files", "70 s", "60 s"));
        holds.put("awaits-window", new Hold.AwaitsWindow("quiet-nights", AT));
        holds.put("foreign", new Hold.Foreign(List.of(FOREIGN)));
        holds.put(
                "relied-upon",
                new Hold.ReliedUpon(List.of(READY, FILES), List.of(MISSING, FOREIGN)));
        holds.put("drifted", new Hold.Drifted(List.of(MISSING, FOREIGN)));
        holds.put(
                "deviates",
                new Hold.Deviates(
                        List.of(
                                new Deviation(
                                        "zurich-1/cluster ConfigMap intake/rules",
                                        "create: is made",
                                        "update: 1 field changes"))));
        holds.put("early", new Hold.AwaitsDay(LocalDate.parse("2019-12-01"), AT));
        holds.put("frozen", new Hold.Frozen("year-end", AT));
        holds.put("breach", new Hold.Breach("europe/suspicious-files has two writers"));
        holds.put("unreadable", new Hold.Unreadable(REFUSED));
        holds.put("paused", new Hold.Paused("platform-lead-1"));
        holds.put("waiver-ended", new Hold.WaiverEnded("platform-lead-1", AT));
        return holds;
    }

    static Event.StepIntended intended(int attempt, Before before, List<Long> relied) {
        return new Event.StepIntended(FILES, 1, attempt, before, relied);
    }

    /// One prediction of each kind.
    static Expected expected() {
        var predictions = new LinkedHashMap<StepId, Prediction>();
        predictions.put(READY, new Prediction.Nothing("12 findings, all good"));
        predictions.put(FILES, changes());
        predictions.put(new StepId("far"), new Prediction.Obstacle(REFUSED));
        return new Expected("5d41402abc4b2a76", predictions);
    }

    static Prediction.Changes changes() {
        return new Prediction.Changes(
                Prediction.Certainty.SIMULATED,
                List.of(
                        new Prediction.Change(
                                Prediction.Sign.CREATE,
                                new Locator(new EndpointName(ZURICH, "file-1"), "/srv/intake"),
                                "2,000 files, 36.1 MB",
                                List.of("a.bin"))));
    }

    private static Before kept() {
        var where = new EndpointName(ZURICH, "file-1");
        return new Before.Kept(
                new Locator(where, "/srv/intake/.gotthard/before"), new SaltedDigest("9f86d081"));
    }

    static Progress progress(long done) {
        return new Progress(done, OptionalLong.of(100), Progress.Unit.FILES, "copies");
    }
}
