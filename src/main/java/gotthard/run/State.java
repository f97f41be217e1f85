package gotthard.run;

import gotthard.graph.StepId;
import gotthard.journal.RunState;
import gotthard.proof.Outlook;

import org.pcollections.PMap;
import org.pcollections.PSet;
import org.pcollections.TreePSet;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// Where a run stands, with what this process has under way. Only [#run] is durable; the rest is found again by looking.
///
/// @param outlook what may be so at the sites, as far as the run recorded
/// @param atStart the run when this process took it over: attempts are counted from here
/// @param flights jobs that have not reported, at most one a step
/// @param awaits how many steps each step waits for: forward those to be verified, backward those to be undone
/// @param gates approvals that are due
/// @param unsettled steps of which it is not known that their attempt has ended; while there are some, nothing is undone
/// @param frozen a step failed for good, and nothing further is started
/// @param part the step that is to be undone with what depends on it, while attempts have yet to end
/// @param idleSince since when nothing can go on without a person
public record State(
        RunState run,
        Outlook outlook,
        RunState atStart,
        Way way,
        PMap<StepId, Flight> flights,
        Slots slots,
        PMap<StepId, Trail> trails,
        PMap<StepId, Integer> awaits,
        Agenda agenda,
        TreePSet<Alarm> alarms,
        PSet<StepId> gates,
        PSet<StepId> unsettled,
        Optional<StopLevel> stop,
        boolean frozen,
        Optional<StepId> part,
        Optional<Instant> idleSince) {
    /// Steps with a job that has not reported.
    public Set<StepId> underWay() {
        return flights.keySet();
    }
}
