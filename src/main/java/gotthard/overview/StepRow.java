package gotthard.overview;

import gotthard.action.Evidence;
import gotthard.action.Failure;
import gotthard.action.Progress;
import gotthard.graph.StepId;
import gotthard.inventory.SiteName;
import gotthard.journal.Hold;
import gotthard.journal.RunId;
import gotthard.world.CellId;
import gotthard.world.Effect;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// One step of a run as people look at it.
///
/// @param entry the number of the journal's entry that its present stage rests on; empty before anything happened to it
/// @param since when its present stage began
/// @param started the first intent of its present generation, or the start of its wait
/// @param attempted the latest intent
/// @param duration from `started` until it was first verified or given up, or until now
/// @param attempts intents over all generations
/// @param needs what must be settled before it starts
/// @param waitsFor those of them that are not
/// @param notBefore before which it may not begin, by a day of the plan or by what the journal says that it waits for; empty where no moment is
///     known, or it has begun
/// @param evidence what its verification compared, while it stands; after a rollback, what the verification of that compared
/// @param total how many things its verifications have found to compare
/// @param rested how long it waited for sites that rested, because of what they measure
/// @param fresh for how long its verification counts, where the plan says so and it is verified
/// @param progress how far the attempt is that runs now
/// @param kept titles of the words that it kept, such as the log of a job
public record StepRow(
        RunId run,
        StepId id,
        OptionalLong entry,
        String kind,
        String summary,
        Set<SiteName> sites,
        List<Effect> effects,
        Stage stage,
        Optional<Instant> since,
        Optional<Instant> started,
        Optional<Instant> attempted,
        Optional<Duration> duration,
        int attempts,
        int undoAttempts,
        int generation,
        List<StepId> needs,
        List<StepId> waitsFor,
        Optional<Instant> notBefore,
        Optional<Hold> hold,
        Optional<Evidence> evidence,
        Optional<Total> total,
        Optional<Duration> rested,
        Optional<Duration> fresh,
        Optional<Failure> failure,
        Optional<Progress> progress,
        List<String> kept) {
    public StepRow {
        sites = Set.copyOf(sites);
        effects = List.copyOf(effects);
        needs = List.copyOf(needs);
        waitsFor = List.copyOf(waitsFor);
        kept = List.copyOf(kept);
    }

    public Origin origin() {
        return new Origin(run, id, entry);
    }

    /// Whether it has an effect on the cell.
    boolean touches(CellId cell) {
        return effects.stream().anyMatch(effect -> effect.cell().equals(cell));
    }
}
