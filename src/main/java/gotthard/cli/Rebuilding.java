package gotthard.cli;

import gotthard.graph.Assembled;
import gotthard.journal.Opening;
import gotthard.journal.RunId;
import gotthard.journal.StoredJournal;
import gotthard.run.Openings;

import java.security.SecureRandom;

/// `gotthard state rebuild`: a run of which no state is left begins again under its own name, so that its marks are its own.
record Rebuilding(Call call, RunId run, String plan) {
    static Rebuilding of(Call call) throws Trouble {
        if (call.words().size() != 3) {
            throw Trouble.badUse(
                    "gotthard state rebuild wants a run and its plan",
                    "write it like gotthard state rebuild europe-files-k3x9q plans/10-europe-files.yaml");
        }
        return new Rebuilding(call, new RunId(call.words().get(1)), call.words().getLast());
    }

    Exit in(StoredJournal journal) throws Trouble, InterruptedException {
        try (Reach reach = Reach.of(call)) {
            Assembled assembled = Loading.forUse(call, plan, reach);
            if (journal.runs().contains(run)) {
                throw Trouble.failed(
                        "the state " + call.state() + " has the run " + run,
                        "gotthard apply " + plan + " goes on with it");
            }
            if (!new Strays(call, assembled, journal).found().contains(run)) {
                throw Trouble.failed(
                        "no site tells of a run " + run + " of the plan " + assembled.plan().name(),
                        "gotthard apply " + plan + " names the runs that the sites tell of");
            }
            var wish =
                    new Openings.Wish(
                            Version.text(),
                            Journals.person(call),
                            new SecureRandom().nextLong(),
                            Opening.Selection.ALL,
                            Opening.Limits.USUAL);
            if (!journal.rebuild(
                    run, Openings.of(assembled, wish), call.surroundings().clock().instant())) {
                throw Trouble.failed(
                        "somebody else builds the run " + run + " just now", "try again later");
            }
        }
        Console console = call.console();
        console.say(
                Reports.good(
                        console,
                        run
                                + " begins again; what it kept for its way back, who approved and what it waited for are lost"));
        console.say(
                "  → gotthard apply "
                        + plan
                        + " finds by its marks what it did, does not do that again, and says what it found");
        console.json(JsonLine.of("rebuilt").put("run", run.value()));
        return Exit.DONE;
    }
}
