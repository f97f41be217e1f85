package gotthard.cli;

import gotthard.journal.Damaged;
import gotthard.journal.Journal;
import gotthard.journal.JournalUnusable;
import gotthard.journal.StateLocation;
import gotthard.journal.StoredJournal;
import gotthard.run.RunIds;
import gotthard.run.Runs;
import gotthard.secret.Secrets;

import java.security.SecureRandom;

/// Opens the journal of a state folder for one verb, and says what to do where that can't be done.
final class Journals {
    /// What is done with a journal.
    interface Work {
        Exit with(Journal journal) throws Trouble, InterruptedException;
    }

    private Journals() {}

    /// With the journal, which is made where there is none.
    static Exit use(Call call, Work work) throws Trouble, InterruptedException {
        return in(call, call.state(), work);
    }

    /// With the journal of a place.
    static Exit in(Call call, StateLocation state, Work work) throws Trouble, InterruptedException {
        try (Journal journal = open(call, state)) {
            return work.with(journal);
        } catch (Damaged | JournalUnusable unusable) {
            throw Trouble.said(Exit.FAILED, String.valueOf(unusable.getMessage()));
        }
    }

    static StoredJournal open(Call call, StateLocation state) {
        return StoredJournal.open(
                state, call.surroundings().environment(), Version.text(), new SecureRandom());
    }

    /// With the journal that is there.
    static Exit read(Call call, Work work) throws Trouble, InterruptedException {
        if (!StoredJournal.isAt(call.state())) {
            throw Trouble.failed(
                    "no run is known in the folder " + call.state(),
                    "start one with gotthard apply PLAN, or name the folder with --state");
        }
        return use(call, work);
    }

    /// The runs of a journal, as this process works on them.
    static Runs runs(Call call, Journal journal) {
        return new Runs(
                new Runs.Tools(
                        journal,
                        new Secrets(call.surroundings().environment()),
                        call.surroundings().clock(),
                        new RunIds(new SecureRandom()),
                        Version.text(),
                        person(call) + ", process " + ProcessHandle.current().pid()));
    }

    /// Who calls, as others are told.
    static String person(Call call) {
        String host = call.surroundings().variable("HOSTNAME");
        return System.getProperty("user.name", "somebody") + (host.isEmpty() ? "" : " on " + host);
    }
}
