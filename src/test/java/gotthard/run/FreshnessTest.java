package gotthard.run;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.Golden;
import gotthard.action.Before;
import gotthard.action.Context;
import gotthard.action.Declaration;
import gotthard.action.Failure;
import gotthard.action.Outcome;
import gotthard.action.Unreachable;
import gotthard.action.Verdict;
import gotthard.graph.StepId;
import gotthard.graph.Timetable;
import gotthard.inventory.PersonName;
import gotthard.journal.Ending;
import gotthard.journal.Entry;
import gotthard.journal.Event;
import gotthard.journal.Hold;
import gotthard.journal.Operation;
import gotthard.journal.RunId;
import gotthard.journal.StepState;
import gotthard.overview.Incident;
import gotthard.overview.Overview;
import gotthard.overview.Waiting;
import gotthard.policy.Calendar;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A step whose verification counts for an hour, one beside it that takes two, and one that needs both.
@Timeout(60)
final class FreshnessTest {
    private static final PersonName LEAD = new PersonName("lead-1");
    private static final Duration HOUR = Duration.ofHours(1);

    private final Rig rig = new Rig();
    private Runnable meanwhile = () -> {};
    private int blindLooks;

    private final Routes routes =
            new Routes()
                    .deadline(Duration.ofDays(1))
                    .timetable(counting(HOUR))
                    .step("a", new Nearsighted())
                    .step("slow", new Slow())
                    .step("b", rig.thing("b"), "a", "slow");

    private static Timetable counting(Duration age) {
        return new Timetable(Calendar.EMPTY, Map.of(), Map.of(Routes.id("a"), age));
    }

    private RunId run() {
        return rig.state().id();
    }

    private StepState state(String step) {
        return rig.state().step(Routes.id(step)).state();
    }

    private Ending go() throws InterruptedException {
        return rig.go(rig.runs.open(routes.route(), routes.opening()));
    }

    private List<Entry> verifications(String step) {
        return rig.journal.entries(run(), 0).stream()
                .filter(
                        entry ->
                                entry.event() instanceof Event.StepVerified(var of, Verdict.Holds _)
                                        && of.equals(Routes.id(step)))
                .toList();
    }

    private List<Long> relied(String step) {
        return rig.journal.entries(run(), 0).stream()
                .map(Entry::event)
                .filter(Event.StepIntended.class::isInstance)
                .map(Event.StepIntended.class::cast)
                .filter(intended -> intended.step().equals(Routes.id(step)))
                .findFirst()
                .orElseThrow()
                .relied();
    }

    @Test
    void isMadeAgainBeforeAnythingBeginsOnIt() throws InterruptedException {
        Ending ending = go();

        assertThat(ending).isEqualTo(Ending.DONE);
        assertThat(rig.calls).containsSubsequence("apply slow", "verify a", "verify b", "apply b");
        assertThat(relied("b")).contains(verifications("a").getLast().seq());
        assertThat(verifications("a")).hasSize(2);
    }

    @Test
    void isNotMadeAgainWhileItCounts() throws InterruptedException {
        routes.timetable(counting(Duration.ofHours(3)));

        Ending ending = go();

        assertThat(ending).isEqualTo(Ending.DONE);
        assertThat(verifications("a")).hasSize(1);
    }

    @Test
    void countsForGoodWhereThePlanSaysNothing() throws InterruptedException {
        routes.timetable(Timetable.EMPTY);
        meanwhile = () -> rig.world.put("a", "altered");

        Ending ending = go();

        assertThat(ending).isEqualTo(Ending.DONE);
        assertThat(verifications("a")).hasSize(1);
    }

    @Test
    void isNamedByWhatBeginsOnItThroughOthers() throws InterruptedException {
        routes.step("c", rig.thing("c"), "b");

        go();

        assertThat(relied("c")).contains(verifications("a").getLast().seq());
    }

    @Nested
    final class WhatHasChanged {
        private Ending changed() throws InterruptedException {
            meanwhile = () -> rig.world.put("a", "altered");
            return go();
        }

        @Test
        void isHeldBeforeAnythingBeginsOnIt() throws InterruptedException {
            Ending ending = changed();

            assertThat(ending).isEqualTo(Ending.WAITING);
            assertThat(state("a"))
                    .isInstanceOfSatisfying(
                            StepState.Held.class,
                            held -> assertThat(held.hold()).isInstanceOf(Hold.Drifted.class));
            assertThat(rig.calls).doesNotContain("apply b");
            assertThat(rig.world).containsEntry("a", "altered").doesNotContainKey("b");
        }

        @Test
        void isToldWithWhatLetsItGoOn() throws InterruptedException {
            changed();

            var overview =
                    Overview.of(
                            rig.state(),
                            rig.journal.entries(run(), 0),
                            Map.of(),
                            rig.time.instant());
            Waiting waiting = overview.waiting().getFirst();
            Incident incident = overview.incidents().getLast();
            Golden.assertMatches(
                    "guard/drifted.txt",
                    waiting.step()
                            + " waits for "
                            + waiting.what()
                            + "\n→ "
                            + waiting.releasedBy()
                            + "\n\n"
                            + incident.what()
                            + "\n→ "
                            + incident.next());
        }

        @Test
        void isHeldByTheNextProcessToo() throws InterruptedException {
            changed();
            rig.world.put("a", "altered again");

            Ending ending = rig.go(rig.runs.resume(run(), routes.route()));

            assertThat(ending).isEqualTo(Ending.WAITING);
            assertThat(state("a").toString()).contains("altered again");
            assertThat(rig.world).containsEntry("a", "altered again").doesNotContainKey("b");
        }

        @Test
        void goesOnOnceItIsPutBack() throws InterruptedException {
            changed();
            rig.world.put("a", "new");

            Ending ending = rig.go(rig.runs.resume(run(), routes.route()));

            assertThat(ending).isEqualTo(Ending.DONE);
            assertThat(rig.calls.stream().filter("apply a"::equals)).hasSize(1);
        }

        @Test
        void isBroughtOnceMoreWhenSomebodyAsks() throws InterruptedException {
            changed();
            rig.journal.ask(run(), new Operation.Retry(LEAD, Routes.id("a")));

            Ending ending = rig.go(rig.runs.resume(run(), routes.route()));

            assertThat(ending).isEqualTo(Ending.DONE);
            assertThat(rig.world).containsEntry("a", "new").containsKey("b");
        }

        @Test
        void isHeldUnderWhatBeganOnItAlready() throws InterruptedException {
            routes.step("first", rig.thing("first"), "a");

            Ending ending = changed();

            assertThat(ending).isEqualTo(Ending.WAITING);
            assertThat(state("a"))
                    .isInstanceOfSatisfying(
                            StepState.Held.class,
                            held -> assertThat(held.hold()).isInstanceOf(Hold.ReliedUpon.class));
            assertThat(rig.world).doesNotContainKey("b");
        }
    }

    @Nested
    final class WhatCannotBeRead {
        @Test
        void isTriedAgain() throws InterruptedException {
            meanwhile = () -> blindLooks = 1;

            Ending ending = go();

            assertThat(ending).isEqualTo(Ending.DONE);
            assertThat(rig.journal.entries(run(), 0))
                    .anySatisfy(
                            entry ->
                                    assertThat(entry.event().toString())
                                            .contains("StepHeld", "what it needs can't be verified")
                                            .contains("which counts for 1h: nobody answers"));
        }
    }

    @Nested
    final class AtAGateOntoAPointOfNoReturn {
        private final Routes gated =
                new Routes()
                        .timetable(counting(HOUR))
                        .step("a", rig.thing("a"))
                        .approval("go", Set.of(Routes.LEAD), "a")
                        .step(
                                "z",
                                rig.thing("z").reversal(Declaration.Reversal.IRREVERSIBLE),
                                "go");

        private Ending approved() throws InterruptedException {
            rig.go(rig.runs.open(gated.route(), gated.opening()));
            rig.time.pass(HOUR.multipliedBy(2));
            rig.journal.ask(
                    run(),
                    Approvals.signed(
                            run(),
                            gated.opening(),
                            Routes.inventory(),
                            new Approvals.Given(Routes.id("go"), "lead-2", rig.time.instant())));
            return rig.go(rig.runs.resume(run(), gated.route()));
        }

        @Test
        void isMadeAgainBeforeItOpens() throws InterruptedException {
            Ending ending = approved();

            assertThat(ending).isEqualTo(Ending.DONE);
            assertThat(verifications("a")).hasSize(2);
            StepId gate = Routes.id("go");
            assertThat(rig.journal.entries(run(), 0))
                    .filteredOn(
                            it ->
                                    it.event() instanceof Event.StepApproved(var of, _)
                                            && of.equals(gate))
                    .allSatisfy(
                            it ->
                                    assertThat(it.seq())
                                            .isGreaterThan(verifications("a").getLast().seq()));
        }

        @Test
        void keepsItClosedWhenItHasChanged() throws InterruptedException {
            rig.world.put("a", "old");
            rig.go(rig.runs.open(gated.route(), gated.opening()));
            rig.world.put("a", "altered");
            rig.time.pass(HOUR.multipliedBy(2));
            rig.journal.ask(
                    run(),
                    Approvals.signed(
                            run(),
                            gated.opening(),
                            Routes.inventory(),
                            new Approvals.Given(Routes.id("go"), "lead-2", rig.time.instant())));

            Ending ending = rig.go(rig.runs.resume(run(), gated.route()));

            assertThat(ending).isEqualTo(Ending.WAITING);
            assertThat(state("go")).isInstanceOf(StepState.Held.class);
            assertThat(rig.world).doesNotContainKey("z");
        }
    }

    @Nested
    final class WhatCountsForLessThanALookTakes {
        @Test
        void isHeldInsteadOfVerifiedForever() throws InterruptedException {
            Routes hasty =
                    new Routes()
                            .deadline(Duration.ofDays(1))
                            .timetable(counting(HOUR))
                            .step("a", rig.thing("a"))
                            .step("b", new SlowToLookAt(), "a");

            Ending ending = rig.go(rig.runs.open(hasty.route(), hasty.opening()));

            assertThat(ending).isEqualTo(Ending.FAILED);
            assertThat(state("b").toString()).contains("takes longer than that counts");
            assertThat(verifications("a")).hasSize(4);
        }
    }

    /// Can't be read for a while.
    private final class Nearsighted extends ThingAction {
        Nearsighted() {
            super(rig.world, "a", rig.calls);
        }

        @Override
        public Verdict verify(Context context) throws InterruptedException, Unreachable {
            if (blindLooks > 0) {
                blindLooks--;
                return new Verdict.Unreadable(Failure.transientFailure("nobody answers", "wait"));
            }
            return super.verify(context);
        }
    }

    /// Takes two hours, once `a` is done.
    private final class Slow extends ThingAction {
        Slow() {
            super(rig.world, "slow", rig.calls);
        }

        @Override
        public Outcome apply(Context context, Before before)
                throws InterruptedException, Unreachable {
            while (!(state("a") instanceof StepState.Verified)) {
                Thread.onSpinWait();
            }
            while (hasBegunFirst()) {
                Thread.onSpinWait();
            }
            rig.time.pass(HOUR.multipliedBy(2));
            meanwhile.run();
            return super.apply(context, before);
        }

        private boolean hasBegunFirst() {
            StepId first = Routes.id("first");
            return routes.graph().step(first).isPresent() && !rig.state().step(first).isVerified();
        }
    }

    private final class SlowToLookAt extends ThingAction {
        SlowToLookAt() {
            super(rig.world, "b", rig.calls);
        }

        @Override
        public Verdict verify(Context context) throws InterruptedException, Unreachable {
            rig.time.pass(HOUR.multipliedBy(2));
            return super.verify(context);
        }
    }
}
