package gotthard.cli;

import gotthard.problem.Suggestion;

import java.util.List;
import java.util.Optional;

/// All verbs, in the order in which a newcomer meets them.
final class Verbs {
    static final List<Verb> ALL =
            List.of(
                    new Verb(
                            "validate",
                            "check plans, programmes, policies and inventories, offline",
                            ValidateTask::new),
                    new Verb(
                            "prove",
                            "show that nothing a plan can come to breaks a rule, or how it can",
                            ProveTask::new),
                    new Verb(
                            "rehearse",
                            "let every fault happen at every step, on sites inside this program",
                            RehearseTask::new),
                    new Verb("plan", "ask the sites what a plan would change", PlanTask::new),
                    new Verb(
                            "runbook",
                            "write a plan down as people follow it by hand",
                            RunbookTask::new),
                    new Verb("apply", "execute a plan, or go on with its open run", ApplyTask::new),
                    new Verb(
                            "status",
                            "show where a run stands, and what it waits for",
                            StatusTask::new),
                    new Verb(
                            "attach",
                            "watch a run that another process carries out",
                            AttachTask::new),
                    new Verb(
                            "watch",
                            "watch all open runs, whoever carries them out",
                            WatchTask::new),
                    new Verb(
                            "coordinate",
                            "carry out, as a service, every run that nobody carries out",
                            CoordinateTask::new),
                    new Verb("verify", "verify a run afresh, and show drift", VerifyTask::new),
                    new Verb(
                            "rollback",
                            "undo a run, or a step with what depends on it",
                            RollbackTask::new),
                    new Verb("amend", "go on with a run by a changed plan", AmendTask::new),
                    new Verb("approve", "decide at an approval", ApproveTask::new),
                    new Verb(
                            "waive",
                            "answer for an invariant that a plan can break",
                            WaiveTask::new),
                    new Verb("key", "make the key that you sign with", KeyTask::new),
                    new Verb(
                            "pause",
                            "start nothing further of a run or a step",
                            () -> new OperatorTask(OperatorVerb.PAUSE)),
                    new Verb("resume", "lift a pause", () -> new OperatorTask(OperatorVerb.RESUME)),
                    new Verb(
                            "retry",
                            "take a step up again that failed, is held or was skipped",
                            () -> new OperatorTask(OperatorVerb.RETRY)),
                    new Verb(
                            "skip",
                            "go on without a step",
                            () -> new OperatorTask(OperatorVerb.SKIP)),
                    new Verb(
                            "resolve",
                            "have a step verified that was put right by hand",
                            ResolveTask::new),
                    new Verb(
                            "cancel",
                            "end a run for good, and leave what it did",
                            () -> new OperatorTask(OperatorVerb.CANCEL)),
                    new Verb(
                            "collect",
                            "remove what a run keeps at its sites for its way back",
                            CollectTask::new),
                    new Verb("report", "report runs, for people or for programs", ReportTask::new),
                    new Verb(
                            "serve",
                            "show runs live, in a browser and to programs",
                            ServeTask::new),
                    new Verb(
                            "access",
                            "tell the least rights that a plan needs, or ask the sites for them",
                            AccessTask::new),
                    new Verb("state", "check, save and move what is known of runs", StateTask::new),
                    new Verb("doctor", "look whether all is fit for work here", DoctorTask::new),
                    new Verb("demo", "see it all on sites inside this program", DemoTask::new),
                    new Verb(
                            "sandbox",
                            "look after the sites inside this program",
                            SandboxTask::new),
                    new Verb(
                            "schema",
                            "print JSON Schemas, or the reference of all documents",
                            SchemaTask::new),
                    new Verb(
                            "completion",
                            "print what lets a shell complete verbs and options",
                            CompletionTask::new),
                    new Verb("man", "print the manual page", ManTask::new));

    private Verbs() {}

    static Optional<Verb> named(String name) {
        return ALL.stream().filter(verb -> verb.name().equals(name)).findFirst();
    }

    static Optional<String> didYouMean(String name) {
        return Suggestion.didYouMean(name, ALL.stream().map(Verb::name).toList());
    }
}
