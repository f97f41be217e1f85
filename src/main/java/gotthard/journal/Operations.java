package gotthard.journal;

import gotthard.graph.StepId;
import gotthard.inventory.PersonName;
import gotthard.inventory.SiteName;

import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What keeps a run from simply going on: what operators asked and still stands, and which sites are spared.
///
/// @param claims steps said to be put right by hand, of which it is not verified yet
/// @param waivers steps that go on without a verification, and until when
/// @param collected since when there is no way back, because what the run kept for it is removed
/// @param waived what is not proven and somebody answers for
/// @param imported as of when the run comes from a backup, if it does
public record Operations(
        Optional<Standing> paused,
        PMap<StepId, Standing> pausedSteps,
        PMap<StepId, Operation.Resolve> claims,
        PMap<StepId, Instant> waivers,
        Optional<Standing> cancelled,
        Optional<Instant> collected,
        PMap<SiteName, Spared> sparedSites,
        Optional<Instant> imported,
        PVector<Waived> waived) {
    static final Operations NONE =
            new Operations(
                    Optional.empty(),
                    HashTreePMap.empty(),
                    HashTreePMap.empty(),
                    HashTreePMap.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    HashTreePMap.empty(),
                    Optional.empty(),
                    TreePVector.empty());

    /// What is not proven of the run's plan, and who answers for it.
    public List<Waived> answeredFor() {
        return List.copyOf(waived);
    }

    /// The pause of a step, if there is one.
    public Optional<Standing> pause(StepId step) {
        return Optional.ofNullable(pausedSteps.get(step));
    }

    /// The same, with other words in place of what people wrote, and nothing of what is not proven.
    public Operations unsaid(String words) {
        return new Operations(
                paused.map(standing -> standing.saying(words)),
                HashTreePMap.from(
                        pausedSteps.entrySet().stream()
                                .collect(
                                        Collectors.toMap(
                                                Map.Entry::getKey,
                                                it -> it.getValue().saying(words)))),
                HashTreePMap.empty(),
                waivers,
                cancelled.map(standing -> standing.saying(words)),
                collected,
                sparedSites,
                imported,
                TreePVector.empty());
    }

    Operations after(Entry entry) {
        return switch (entry.event()) {
            case Event.RequestAccepted(_, Operation operation) -> after(operation, entry.at());
            case Event.RunCollected _ ->
                    new Operations(
                            paused,
                            pausedSteps,
                            claims,
                            waivers,
                            cancelled,
                            Optional.of(entry.at()),
                            sparedSites,
                            imported,
                            waived);
            case Event.RunTurned _ -> with(HashTreePMap.empty(), waivers);
            case Event.RunAmended amended -> amended(amended);
            case Event.RunImported(var asOf) ->
                    new Operations(
                            paused,
                            pausedSteps,
                            claims,
                            waivers,
                            cancelled,
                            collected,
                            sparedSites,
                            Optional.of(asOf),
                            waived);
            case Event.RunWaived(var more) ->
                    new Operations(
                            paused,
                            pausedSteps,
                            claims,
                            waivers,
                            cancelled,
                            collected,
                            sparedSites,
                            imported,
                            waived.plus(more));
            case Event.StepResolved(var step, _, var resolution) ->
                    with(
                            claims.minus(step),
                            resolution.basis() instanceof Resolution.Basis.Waived basis
                                    ? waivers.plus(step, basis.until())
                                    : waivers.minus(step));
            case Event.StepClaimRefused(var step, _, _) -> with(claims.minus(step), waivers);
            case Event.StepVerified(var step, gotthard.action.Verdict.Holds _) ->
                    with(claims, waivers.minus(step));
            case Event.StepWaiverEnded(var step) -> with(claims, waivers.minus(step));
            case Event.StepUndoIntended(var step, _) ->
                    with(claims.minus(step), waivers.minus(step));
            case Event.SitePaused(var site, var pause) ->
                    sparing(sparedSites.plus(site, new Spared(pause, entry.at())));
            case Event.SiteResumed(var site) -> sparing(sparedSites.minus(site));
            case Event.RunOpened _,
                    Event.RunExpects _,
                    Event.RunResumed _,
                    Event.RunEnded _,
                    Event.RunCancelled _,
                    Event.OfStep _,
                    Event.RequestAccepted _,
                    Event.RequestRefused _,
                    Event.Unknown _ ->
                    this;
        };
    }

    /// What was asked of steps that are no more, or are done again, is void.
    private Operations amended(Event.RunAmended amended) {
        Set<StepId> gone = new HashSet<>(pausedSteps.keySet());
        gone.addAll(claims.keySet());
        gone.addAll(waivers.keySet());
        amended.opening().steps().forEach(listed -> gone.remove(listed.id()));
        Set<StepId> touched = new HashSet<>(gone);
        touched.addAll(amended.again());
        return new Operations(
                paused,
                pausedSteps.minusAll(gone),
                claims.minusAll(touched),
                waivers.minusAll(touched),
                cancelled,
                collected,
                sparedSites,
                imported,
                waived);
    }

    private Operations after(Operation operation, Instant at) {
        return switch (operation) {
            case Operation.Pause(var by, var step, var why) ->
                    step.isEmpty()
                            ? with(Optional.of(new Standing(by, why, at)), pausedSteps, cancelled)
                            : with(
                                    paused,
                                    pausedSteps.plus(step.get(), new Standing(by, why, at)),
                                    cancelled);
            case Operation.Resume(_, var step) ->
                    step.isEmpty()
                            ? with(Optional.empty(), pausedSteps, cancelled)
                            : with(paused, pausedSteps.minus(step.get()), cancelled);
            case Operation.Cancel(var by, var why) ->
                    with(paused, pausedSteps, Optional.of(new Standing(by, why, at)));
            case Operation.Resolve resolve -> with(claims.plus(resolve.step(), resolve), waivers);
            case Operation.Retry _, Operation.Skip _, Operation.RollbackStep _ -> this;
        };
    }

    private Operations with(
            Optional<Standing> run, PMap<StepId, Standing> steps, Optional<Standing> ended) {
        return new Operations(
                run, steps, claims, waivers, ended, collected, sparedSites, imported, waived);
    }

    private Operations with(PMap<StepId, Operation.Resolve> claimed, PMap<StepId, Instant> until) {
        return new Operations(
                paused,
                pausedSteps,
                claimed,
                until,
                cancelled,
                collected,
                sparedSites,
                imported,
                waived);
    }

    private Operations sparing(PMap<SiteName, Spared> spared) {
        return new Operations(
                paused,
                pausedSteps,
                claims,
                waivers,
                cancelled,
                collected,
                spared,
                imported,
                waived);
    }

    /// Why a site is spared, and since when.
    public record Spared(SitePause pause, Instant since) {}

    /// Who asked for something, why, and since when it stands.
    public record Standing(PersonName by, String why, Instant since) {
        private Standing saying(String words) {
            return new Standing(by, words, since);
        }
    }
}
