package gotthard.run;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.Golden;
import gotthard.action.Before;
import gotthard.action.Context;
import gotthard.action.Failure;
import gotthard.action.Outcome;
import gotthard.graph.StepId;
import gotthard.inventory.Inventory;
import gotthard.inventory.Person;
import gotthard.inventory.PersonName;
import gotthard.inventory.SiteName;
import gotthard.journal.Ending;
import gotthard.journal.Event;
import gotthard.journal.Hold;
import gotthard.journal.Opening;
import gotthard.journal.Operation;
import gotthard.journal.RunId;
import gotthard.journal.StepState;
import gotthard.journal.Waived;
import gotthard.plan.OnFailure;
import gotthard.policy.Rule;
import gotthard.proof.Allowance;
import gotthard.proof.Clause;
import gotthard.proof.Monitor;
import gotthard.proof.Outlook;
import gotthard.proof.Pause;
import gotthard.proof.Sketch;
import gotthard.proof.WrittenRules;
import gotthard.signing.SigningKey;
import gotthard.world.CellId;
import gotthard.world.Effect;
import gotthard.world.Invariant;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// What operators do to a run, and what is found at the sites, is judged before the next order goes out. A database moves from Moscow to
/// Zurich; the plan of each test would be proven, or is one that was waived.
@Timeout(60)
final class GuardTest {
    private static final PersonName LEAD = new PersonName("lead-2");
    private static final Effect COPY =
            new Effect.Copy(Moved.CELL, Moved.MOSCOW, Moved.ZURICH, true, false);
    private static final Effect COUNTED =
            new Effect.Copy(Moved.CELL, Moved.MOSCOW, Moved.ZURICH, false, false);
    private static final Effect FILES =
            new Effect.Copy(Moved.FILES, Moved.MOSCOW, Moved.ZURICH, true, false);
    private static final Effect DEPLOY = new Effect.Deploy(Moved.CELL, Moved.ZURICH);
    private static final Effect PROCESS = new Effect.Processing(Moved.CELL, Moved.ZURICH);
    private static final Effect FENCE = new Effect.Fence(Moved.CELL, Moved.MOSCOW);
    private static final Effect FOLLOW =
            new Effect.Replicate(
                    Moved.CELL, Moved.MOSCOW, Moved.ZURICH, Effect.Flow.FOLLOW, false, false);
    private static final Effect REVERSE =
            new Effect.Replicate(
                    Moved.CELL, Moved.ZURICH, Moved.MOSCOW, Effect.Flow.FOLLOW, false, false);
    private static final Effect DRAIN = new Effect.Drain(Moved.CELL, Moved.MOSCOW, Moved.ZURICH);
    private static final Effect VERIFY = new Effect.Verify(Moved.CELL, Moved.MOSCOW, Moved.ZURICH);
    private static final Effect SWITCH =
            new Effect.Switch(
                    Moved.CELL,
                    Moved.MOSCOW,
                    List.of(Moved.ZURICH),
                    Effect.Pace.AT_ONCE,
                    Effect.Return.DRAINS);

    private final SigningKey key = SigningKey.make(new SecureRandom());
    private final Rig rig = new Rig();
    private final Routes routes = new Routes().onFailure(OnFailure.FREEZE).attempts(1);
    private Allowance allowance = (_, _, _, _) -> true;
    private List<Pause> pauses = List.of();
    private List<Clause> clauses = List.of();

    /// A step that makes a thing of its name, unless it is told to fail.
    private GuardTest step(String name, Effect effect, String... needs) {
        routes.step(name, rig.thing(name).effects(effect), needs);
        return this;
    }

    private GuardTest failing(String name, Effect effect, String... needs) {
        routes.step(
                name,
                new ThingAction(rig.world, name, rig.calls) {
                    @Override
                    public Outcome apply(Context context, Before before) {
                        return new Outcome.Failed(Failure.refused("no", "ask"));
                    }
                }.effects(effect),
                needs);
        return this;
    }

    /// The service pauses from one step to another, by their numbers.
    private GuardTest pause(int from, int until) {
        pauses = List.of(new Pause(from, until));
        return this;
    }

    /// The whole way of a database, of which each step needs the one before.
    private GuardTest wholeWay() {
        return step("deploy", DEPLOY)
                .step("copy", COPY, "deploy")
                .step("follow", FOLLOW, "copy")
                .step("fence", FENCE, "follow")
                .step("drain", DRAIN, "fence")
                .step("verify", VERIFY, "drain")
                .step("reverse", REVERSE, "verify")
                .step("switch", SWITCH, "reverse")
                .pause(3, 7);
    }

    private Route route() {
        Inventory inventory = Routes.inventory();
        Map<PersonName, Person> people = new HashMap<>(inventory.people());
        people.put(
                LEAD,
                new Person(
                        LEAD,
                        inventory.people().get(LEAD).roles(),
                        List.of(key.verification().line("lead-2"))));
        return new Route(
                routes.graph(),
                new Inventory(
                        inventory.name(),
                        inventory.sandbox(),
                        inventory.sites(),
                        inventory.regions(),
                        inventory.data(),
                        inventory.roles(),
                        people),
                Optional.of(Moved.model(routes.graph(), allowance, pauses).with(clauses)));
    }

    private Ending begin() throws InterruptedException {
        return rig.go(rig.runs.open(route(), routes.opening()));
    }

    private Ending goOn() throws InterruptedException {
        return rig.go(rig.runs.resume(run(), route()));
    }

    private void ask(Operation operation) throws InterruptedException {
        rig.journal.ask(run(), operation);
        rig.go(rig.runs.attend(run(), route()));
    }

    private RunId run() {
        return rig.state().id();
    }

    private StepState state(String step) {
        return rig.state().step(step(step)).state();
    }

    private static StepId step(String name) {
        return Routes.id(name);
    }

    /// Why a step is held, and what lets it go on.
    private String held(String step) {
        assertThat(state(step)).isInstanceOf(StepState.Held.class);
        Hold hold = ((StepState.Held) state(step)).hold();
        assertThat(hold).isInstanceOf(Hold.Breach.class);
        return ((Hold.Breach) hold).invariant() + "\n→ " + hold.releasedBy();
    }

    private static Waived waived(Invariant invariant, Instant until) {
        return new Waived(invariant, Moved.CELL.toString(), LEAD, until, "we watch it", "signed");
    }

    private static Instant in(int days) {
        return Instant.now().plus(Duration.ofDays(days)).truncatedTo(ChronoUnit.MILLIS);
    }

    @Nested
    final class TheWholeWay {
        @Test
        void isNotHeld() throws InterruptedException {
            wholeWay();

            assertThat(begin()).isEqualTo(Ending.DONE);
            assertThat(rig.go(rig.runs.rollback(run(), route(), "to see it")))
                    .isEqualTo(Ending.ROLLED_BACK);
            assertThat(rig.world).isEmpty();
        }

        @Test
        void isNotHeldWhereAllIsDoneAlready() throws InterruptedException {
            wholeWay();
            for (String step :
                    List.of(
                            "deploy", "copy", "follow", "fence", "drain", "verify", "reverse",
                            "switch")) {
                rig.world.put(step, "new");
            }

            assertThat(begin()).isEqualTo(Ending.DONE);
            assertThat(rig.calls).noneMatch(call -> call.startsWith("apply"));
        }
    }

    @Nested
    final class ASkippedFence {
        private Ending skipsTheFence() throws InterruptedException {
            step("copy", COPY).failing("fence", FENCE, "copy").step("switch", SWITCH, "fence");
            begin();
            ask(new Operation.Skip(LEAD, step("fence"), "no time"));
            return goOn();
        }

        @Test
        void keepsTheSwitchFromBeginning() throws InterruptedException {
            Ending ending = skipsTheFence();

            assertThat(ending).isEqualTo(Ending.WAITING);
            assertThat(rig.calls).doesNotContain("apply switch");
            Golden.assertMatches("guard/skip.txt", held("switch"));
        }

        @Test
        void isHeldAgainByEveryProcess() throws InterruptedException {
            skipsTheFence();
            ask(new Operation.Retry(LEAD, step("switch")));

            assertThat(goOn()).isEqualTo(Ending.WAITING);
            assertThat(goOn()).isEqualTo(Ending.WAITING);
            assertThat(rig.calls).doesNotContain("apply switch");
        }

        @Test
        void isNoMatterOnceItWasDoneByHand() throws InterruptedException {
            skipsTheFence();
            rig.world.put("fence", "new");

            ask(
                    new Operation.Resolve(
                            LEAD,
                            step("fence"),
                            Operation.Claim.APPLIED,
                            "closed by hand",
                            Optional.empty(),
                            Optional.empty()));

            assertThat(state("fence")).isInstanceOf(StepState.Resolved.class);
            goOn();
            Golden.assertMatches("guard/fenced-by-hand.txt", held("switch"));
        }

        @Test
        void isNoMatterWhereSomebodyAnswersForIt() throws InterruptedException {
            step("copy", COPY).failing("fence", FENCE, "copy").step("switch", SWITCH, "fence");
            var beginning =
                    Beginning.of(routes.opening())
                            .waiving(
                                    List.of(
                                            waived(Invariant.TWO_WRITERS, in(2)),
                                            waived(Invariant.GAP, in(2)),
                                            waived(Invariant.STALE_WRITER, in(2))));
            rig.go(rig.runs.open(route(), beginning));
            ask(new Operation.Skip(LEAD, step("fence"), "no time"));

            assertThat(goOn()).isEqualTo(Ending.DONE);
        }

        @Test
        void holdsWhenNobodyAnswersForItAnyMore() throws InterruptedException {
            step("copy", COPY).failing("fence", FENCE, "copy").step("switch", SWITCH, "fence");
            var beginning =
                    Beginning.of(routes.opening())
                            .waiving(
                                    List.of(
                                            waived(Invariant.TWO_WRITERS, in(2)),
                                            waived(Invariant.GAP, in(2)),
                                            waived(Invariant.STALE_WRITER, in(2))));
            rig.go(rig.runs.open(route(), beginning));
            ask(new Operation.Skip(LEAD, step("fence"), "no time"));
            rig.time.pass(Duration.ofDays(3));

            assertThat(goOn()).isEqualTo(Ending.WAITING);
            assertThat(rig.calls).doesNotContain("apply switch");
        }
    }

    @Nested
    final class AStepAlone {
        @Test
        void isHeldWhereWhatItNeedsWasLeftOut() throws InterruptedException {
            step("copy", COPY).step("fence", FENCE).step("switch", SWITCH);
            Opening opening =
                    routes.opening(
                            new Opening.Selection(Set.of(step("switch"))), Opening.Limits.USUAL, 1);

            Ending ending = rig.go(rig.runs.open(route(), opening));

            assertThat(ending).isEqualTo(Ending.WAITING);
            assertThat(rig.calls).doesNotContain("apply switch");
            Golden.assertMatches("guard/only.txt", held("switch"));
        }
    }

    @Nested
    final class AClaimWithoutAVerification {
        @Test
        void doesNotCountForTheWriterThatReliesOnIt() throws InterruptedException {
            step("deploy", DEPLOY)
                    .step("copy", COUNTED, "deploy")
                    .step("fence", FENCE, "copy")
                    .failing("verify", VERIFY, "fence")
                    .step("switch", SWITCH, "verify")
                    .pause(2, 4);
            begin();
            var until = in(2);
            var waiver =
                    new WaiverStatement(run(), step("verify"), "verify", LEAD, until, "looks good")
                            .signed(key);
            ask(
                    new Operation.Resolve(
                            LEAD,
                            step("verify"),
                            Operation.Claim.APPLIED,
                            "looks good",
                            Optional.empty(),
                            Optional.of(waiver)));

            Ending ending = goOn();

            assertThat(state("verify")).isInstanceOf(StepState.Resolved.class);
            assertThat(ending).isEqualTo(Ending.WAITING);
            assertThat(rig.calls).doesNotContain("apply switch");
            Golden.assertMatches("guard/claimed.txt", held("switch"));
        }

        @Test
        void ofAFenceThatIsGoneIsTakenAtItsWord() throws InterruptedException {
            step("deploy", DEPLOY)
                    .step("copy", COPY, "deploy")
                    .failing("fence", FENCE, "copy")
                    .step("switch", SWITCH, "copy")
                    .pause(2, 3);
            routes.step("later", rig.thing("later"), "switch");
            begin();

            ask(
                    new Operation.Resolve(
                            LEAD,
                            step("fence"),
                            Operation.Claim.ABSENT,
                            "opened again",
                            Optional.empty(),
                            Optional.empty()));
            goOn();

            Golden.assertMatches("guard/absent.txt", held("switch"));
        }
    }

    @Nested
    final class AStepThatWasFoundRight {
        @Test
        void isHeldWhereItMustNotBe() throws InterruptedException {
            allowance = (_, at, use, _) -> !at.equals(Moved.ZURICH);
            step("process", PROCESS);
            routes.step("later", rig.thing("later"), "process");
            rig.world.put("process", "new");

            Ending ending = begin();

            assertThat(ending).isEqualTo(Ending.WAITING);
            assertThat(rig.calls).doesNotContain("apply later");
            Golden.assertMatches("guard/found.txt", held("process"));
        }
    }

    @Nested
    final class ADayThatCame {
        private Ending isAllowedForTwoDays() throws InterruptedException {
            LocalDate today = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);
            allowance = (_, _, _, day) -> day.isBefore(today.plusDays(2));
            step("copy", COPY).failing("deploy", DEPLOY, "copy");
            routes.step("later", rig.thing("later"), "deploy");
            begin();
            ask(new Operation.Skip(LEAD, step("deploy"), "later"));
            rig.time.pass(Duration.ofDays(3));
            return goOn();
        }

        @Test
        void holdsWhatIsNotAllowedAnyMore() throws InterruptedException {
            Ending ending = isAllowedForTwoDays();

            assertThat(ending).isEqualTo(Ending.WAITING);
            assertThat(rig.calls).doesNotContain("apply later");
            Golden.assertMatches("guard/day.txt", held("later"));
        }

        @Test
        void doesNotHoldTheWayBackFromThere() throws InterruptedException {
            isAllowedForTwoDays();

            assertThat(rig.go(rig.runs.rollback(run(), route(), "not allowed")))
                    .isEqualTo(Ending.ROLLED_BACK);
        }
    }

    @Nested
    final class AStepThatIsUndoneByItself {
        @Test
        void isHeldWhereOthersRelyOnItWithoutSayingSo() throws InterruptedException {
            unorderedSwitch();

            Ending ending = rig.go(rig.runs.rollback(run(), route(), step("fence")));

            assertThat(ending).isEqualTo(Ending.WAITING);
            assertThat(rig.calls).doesNotContain("rollback fence");
            Golden.assertMatches("guard/rollback-step.txt", held("fence"));
        }

        @Test
        void isUndoneByAWayBackThatTakesTheOthersFirst() throws InterruptedException {
            unorderedSwitch();
            rig.go(rig.runs.rollback(run(), route(), step("fence")));

            assertThat(rig.go(rig.runs.rollback(run(), route(), "all of it")))
                    .isEqualTo(Ending.WAITING);
            assertThat(rig.calls).contains("rollback switch");

            assertThat(rig.go(rig.runs.rollback(run(), route(), "all of it")))
                    .isEqualTo(Ending.ROLLED_BACK);
        }

        private void unorderedSwitch() throws InterruptedException {
            step("deploy", DEPLOY)
                    .step("copy", COPY, "deploy")
                    .step("fence", FENCE, "copy")
                    .step("switch", SWITCH, "copy");
            routes.step("later", rig.thing("later"), "switch");
            var beginning =
                    Beginning.of(routes.opening(Opening.Selection.ALL, new Opening.Limits(1, 1), 1))
                            .waiving(
                                    List.of(
                                            waived(Invariant.GAP, in(2)),
                                            waived(Invariant.STALE_WRITER, in(2))));
            assertThat(rig.go(rig.runs.open(route(), beginning))).isEqualTo(Ending.DONE);
        }
    }

    @Nested
    final class ARule {
        private static final String METADATA = "metadata: {data: [file-metadata]}";
        private static final String BESIDE = METADATA + ", files: {data: [suspicious-files]}";

        private void asks(String title, String cells, String that, String days) {
            Rule rule = WrittenRules.rule(title, cells, that, days);
            List<CellId> all = List.of(Moved.CELL, Moved.FILES);
            clauses = List.of(new Clause(rule, all.subList(0, rule.names().size())));
        }

        private void asksForWorkloadsFirst() {
            asks(
                    "Metadata come to where their workloads stand",
                    METADATA,
                    "metadata.stores[\"zurich-1\"] == none || metadata.deployed[\"zurich-1\"] == full",
                    "");
        }

        private void asksForFilesFirst() {
            asks(
                    "Metadata are only where the files are",
                    BESIDE,
                    "metadata.stores[\"zurich-1\"] == none || files.stores[\"zurich-1\"] == full",
                    "");
        }

        @Test
        void isNoMatterWhereItIsKept() throws InterruptedException {
            asksForFilesFirst();
            step("files", FILES).step("copy", COPY, "files");

            assertThat(begin()).isEqualTo(Ending.DONE);
            assertThat(rig.go(rig.runs.rollback(run(), route(), "to see it")))
                    .isEqualTo(Ending.ROLLED_BACK);
        }

        @Test
        void ofOneCellHoldsWhatWouldBreakIt() throws InterruptedException {
            asksForWorkloadsFirst();
            failing("deploy", DEPLOY).step("copy", COPY, "deploy");
            begin();
            ask(new Operation.Skip(LEAD, step("deploy"), "no time"));

            Ending ending = goOn();

            assertThat(ending).isEqualTo(Ending.WAITING);
            assertThat(rig.calls).doesNotContain("apply copy");
            Golden.assertMatches("guard/rule.txt", held("copy"));
        }

        @Test
        void ofTwoCellsHoldsWhatWouldBreakIt() throws InterruptedException {
            asksForFilesFirst();
            failing("files", FILES).step("copy", COPY, "files");
            begin();
            ask(new Operation.Skip(LEAD, step("files"), "no time"));

            Ending ending = goOn();

            assertThat(ending).isEqualTo(Ending.WAITING);
            assertThat(rig.calls).doesNotContain("apply copy");
            Golden.assertMatches("guard/rule-of-two.txt", held("copy"));
        }

        @Test
        void isAnsweredForByItsNameAndCells() throws InterruptedException {
            asksForFilesFirst();
            failing("files", FILES).step("copy", COPY, "files");
            var waived =
                    new Waived(
                            Invariant.RULE,
                            "europe/file-metadata+europe/suspicious-files:first",
                            LEAD,
                            in(2),
                            "we watch it",
                            "signed");
            rig.go(rig.runs.open(route(), Beginning.of(routes.opening()).waiving(List.of(waived))));
            ask(new Operation.Skip(LEAD, step("files"), "no time"));

            assertThat(goOn()).isEqualTo(Ending.DONE);
        }

        @Test
        void holdsAnUndoingOfTheOtherCellThatWouldBreakIt() throws InterruptedException {
            asksForFilesFirst();
            step("files", FILES).step("copy", COPY);
            routes.step("later", rig.thing("later"), "copy", "files");
            rig.go(rig.runs.open(route(), oneByOne()));
            assertThat(state("copy")).isInstanceOf(StepState.Verified.class);

            Ending ending = rig.go(rig.runs.rollback(run(), route(), step("files")));

            assertThat(ending).isEqualTo(Ending.WAITING);
            assertThat(rig.calls).doesNotContain("rollback files");
            Golden.assertMatches("guard/rule-back.txt", held("files"));
        }

        private Beginning oneByOne() {
            return Beginning.of(routes.opening(Opening.Selection.ALL, new Opening.Limits(1, 1), 1));
        }

        @Test
        void isJudgedFromItsFirstDay() throws InterruptedException {
            LocalDate later = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC).plusDays(2);
            asks(
                    "Metadata leave Zurich",
                    METADATA,
                    "metadata.stores[\"zurich-1\"] == none",
                    "from: " + later);
            step("copy", COPY).failing("deploy", DEPLOY, "copy");
            routes.step("later", rig.thing("later"), "deploy");
            begin();
            assertThat(state("copy")).isInstanceOf(StepState.Verified.class);
            ask(new Operation.Skip(LEAD, step("deploy"), "later"));
            rig.time.pass(Duration.ofDays(3));

            assertThat(goOn()).isEqualTo(Ending.WAITING);
            Golden.assertMatches("guard/rule-day.txt", held("later"));
        }
    }

    @Nested
    final class MoreThanCanBeJudged {
        private final Options few = new Options(Duration.ZERO, Duration.ofSeconds(5), 3);

        @Test
        void holdsTheStepThatMakesItSo() throws InterruptedException {
            step("copy", COPY).step("deploy", DEPLOY, "copy");

            Ending ending = rig.go(rig.runs.open(route(), routes.opening()), few);

            assertThat(ending).isEqualTo(Ending.WAITING);
            assertThat(rig.calls).doesNotContain("apply copy");
            Golden.assertMatches("guard/unseen.txt", held("copy"));
        }

        @Test
        void isNoMatterOnceItIsLess() throws InterruptedException {
            step("copy", COPY).step("deploy", DEPLOY, "copy");
            rig.go(rig.runs.open(route(), routes.opening()), few);
            ask(new Operation.Retry(LEAD, step("copy")));

            assertThat(goOn()).isEqualTo(Ending.DONE);
        }

        @Test
        void doesNotHoldTheWayBack() throws InterruptedException {
            step("copy", COPY).step("deploy", DEPLOY);
            begin();

            assertThat(rig.go(rig.runs.rollback(run(), route(), "to see it"), few))
                    .isEqualTo(Ending.ROLLED_BACK);
        }

        @Test
        void isNotReachedByFourCopiesAndFourDeploymentsAtOnce() {
            var sketch = new Sketch();
            List<SiteName> sites =
                    IntStream.rangeClosed(1, 4)
                            .mapToObj(site -> new SiteName("zurich-" + site))
                            .toList();
            CellId cell = sketch.files("europe", sites.toArray(SiteName[]::new));
            for (SiteName site : sites) {
                sketch.step("copy-" + site, "", new Effect.Copy(cell, Sketch.MOSCOW, site, true))
                        .step("deploy-" + site, "", new Effect.Deploy(cell, site));
            }
            Monitor monitor = Monitor.of(sketch.model(), Monitor.USUAL).orElseThrow();
            Outlook outlook = monitor.first(Sketch.TODAY);
            for (int step = 0; step < 2 * sites.size(); step++) {
                outlook = monitor.begun(outlook, step);
            }

            assertThat(monitor.unseen(outlook)).isEmpty();
        }
    }

    @Nested
    final class AnAmendedPlan {
        @Test
        void isHeldWhereItLeavesOutWhatMatters() throws InterruptedException {
            step("copy", COPY).failing("fence", FENCE, "copy").step("switch", SWITCH, "fence");
            begin();
            var changed = new GuardTest();
            changed.routes.step("copy", rig.thing("copy").effects(COPY));
            changed.routes.step("switch", rig.thing("switch").effects(SWITCH), "copy");
            rig.runs.amend(
                    rig.state(),
                    new Event.RunAmended(changed.routes.opening(), "lead-1", Set.of(), Set.of()));

            Ending ending = rig.go(rig.runs.resume(run(), changed.route()));

            assertThat(ending).isEqualTo(Ending.WAITING);
            assertThat(rig.calls).doesNotContain("apply switch");
            Golden.assertMatches("guard/amend.txt", held("switch"));
        }
    }
}
