package gotthard.run;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.action.Before;
import gotthard.action.Context;
import gotthard.action.Failure;
import gotthard.action.Outcome;
import gotthard.graph.StepId;
import gotthard.inventory.Inventory;
import gotthard.inventory.Person;
import gotthard.inventory.PersonName;
import gotthard.journal.Ending;
import gotthard.journal.Entry;
import gotthard.journal.Event;
import gotthard.journal.Hold;
import gotthard.journal.Operation;
import gotthard.journal.RunId;
import gotthard.journal.StepState;
import gotthard.overview.Overview;
import gotthard.overview.ProgrammeOverview;
import gotthard.plan.OnFailure;
import gotthard.report.JsonReport;
import gotthard.report.MarkdownReport;
import gotthard.signing.SigningKey;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A person answers for a step that can't be verified, in writing and for a while.
@Timeout(60)
final class WaiverTest {
    private static final StepId STEP = Routes.id("b");
    private static final PersonName LEAD = new PersonName("lead-2");

    private final SigningKey key = SigningKey.make(new SecureRandom());
    private final Rig rig = new Rig();
    private final Routes routes =
            new Routes()
                    .onFailure(OnFailure.FREEZE)
                    .step("a", rig.thing("a"))
                    .step(
                            "b",
                            new ThingAction(rig.world, "b", rig.calls) {
                                @Override
                                public Outcome apply(Context context, Before before) {
                                    return new Outcome.Failed(Failure.refused("no", "ask"));
                                }
                            },
                            "a")
                    .step("c", rig.thing("c"), "b");
    private RunId run = new RunId("moves-none");

    @BeforeEach
    void failsAtItsSecondStep() throws InterruptedException {
        rig.go(rig.runs.open(route(), routes.opening()));
        run = rig.state().id();
    }

    private Route route() {
        return route(
                new Person(
                        LEAD,
                        Routes.inventory().people().get(LEAD).roles(),
                        List.of(key.verification().line("lead-2"))));
    }

    private Route route(Person lead) {
        Inventory inventory = Routes.inventory();
        Map<PersonName, Person> people = new HashMap<>(inventory.people());
        people.put(LEAD, lead);
        return new Route(
                routes.graph(),
                new Inventory(
                        inventory.name(),
                        inventory.sandbox(),
                        inventory.sites(),
                        inventory.regions(),
                        inventory.data(),
                        inventory.roles(),
                        people));
    }

    private void waive(Instant until, SigningKey by, String signed, String said)
            throws InterruptedException {
        waive(until, by, signed, said, route());
    }

    private void waive(Instant until, SigningKey by, String signed, String said, Route asked)
            throws InterruptedException {
        var waiver =
                new WaiverStatement(
                                run,
                                STEP,
                                "b",
                                LEAD,
                                until.truncatedTo(java.time.temporal.ChronoUnit.MILLIS),
                                signed)
                        .signed(by);
        rig.journal.ask(
                run,
                new Operation.Resolve(
                        LEAD,
                        STEP,
                        Operation.Claim.APPLIED,
                        said,
                        Optional.empty(),
                        Optional.of(waiver)));
        rig.go(rig.runs.attend(run, asked));
    }

    private String report() {
        return MarkdownReport.of(programme(Instant.now()));
    }

    private ProgrammeOverview programme(Instant at) {
        return ProgrammeOverview.of(
                List.of(Overview.of(rig.state(), rig.journal.entries(run, 0), Map.of(), at)));
    }

    private StepState state() {
        return rig.state().step(STEP).state();
    }

    private List<String> refusals() {
        return rig.journal.entries(run, 0).stream()
                .map(Entry::event)
                .filter(Event.RequestRefused.class::isInstance)
                .map(event -> ((Event.RequestRefused) event).why())
                .toList();
    }

    @Test
    void letsTheRunGoOnAndStandsInEveryReport() throws InterruptedException {
        waive(Instant.now().plus(Duration.ofDays(7)), key, "seen", "seen");

        assertThat(rig.go(rig.runs.resume(run, route()))).isEqualTo(Ending.DONE);
        assertThat(rig.world).containsOnlyKeys("a", "c");
        assertThat(report())
                .contains("What counts without a verification", "**waived**", "lead-2", "seen");
        assertThat(JsonReport.of(programme(Instant.now())))
                .contains("\"how\" : \"waived\"", "\"by\" : \"lead-2\"");
        assertThat(MarkdownReport.of(programme(Instant.now().plus(Duration.ofDays(8)))))
                .contains("**waiver ended**");
    }

    @Test
    void holdsTheStepAgainWhenItEnds() throws InterruptedException {
        waive(Instant.now().plus(Duration.ofDays(7)), key, "seen", "seen");
        rig.time.pass(Duration.ofDays(8));

        rig.go(rig.runs.resume(run, route()));

        assertThat(state())
                .isInstanceOfSatisfying(
                        StepState.Held.class,
                        held -> assertThat(held.hold()).isInstanceOf(Hold.WaiverEnded.class));
        assertThat(rig.world).containsOnlyKeys("a");
    }

    @Test
    void countsOnlyAsItWasSigned() throws InterruptedException {
        Instant soon = Instant.now().plus(Duration.ofDays(7));
        waive(soon, SigningKey.make(new SecureRandom()), "seen", "seen");
        waive(soon, key, "seen", "something else");
        waive(Instant.now().plus(Duration.ofDays(200)), key, "seen", "seen");
        waive(Instant.now().minus(Duration.ofDays(1)), key, "seen", "seen");

        assertThat(state()).isInstanceOf(StepState.Failed.class);
        assertThat(refusals())
                .satisfiesExactly(
                        it -> assertThat(it).contains("does not have the signature of a key"),
                        it -> assertThat(it).contains("says something else than what is signed"),
                        it -> assertThat(it).contains("nobody answers for longer than 90 days"),
                        it -> assertThat(it).contains("the waiver ended at"));
    }

    @Test
    void doesNotCountWithAKeyThatIsRevoked() throws InterruptedException {
        String line = key.verification().line("lead-2");
        var lead =
                new Person(
                        LEAD,
                        Routes.inventory().people().get(LEAD).roles(),
                        List.of(),
                        List.of(new Person.Revoked(line, LocalDate.EPOCH)),
                        List.of());

        waive(Instant.now().plus(Duration.ofDays(7)), key, "seen", "seen", route(lead));

        assertThat(refusals()).singleElement().asString().contains("is revoked since 1970-01-01");
        assertThat(state()).isInstanceOf(StepState.Failed.class);
    }

    @Test
    void isNotNeededWhereTheVerificationHolds() throws InterruptedException {
        rig.world.put("b", "new");

        waive(Instant.now().plus(Duration.ofDays(7)), key, "seen", "seen");

        assertThat(programme(Instant.now()).runs().getFirst().unproven()).isEmpty();
        assertThat(state()).isInstanceOf(StepState.Resolved.class);
    }
}
