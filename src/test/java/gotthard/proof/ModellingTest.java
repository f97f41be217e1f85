package gotthard.proof;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.inventory.DataTypeName;
import gotthard.inventory.RegionName;
import gotthard.inventory.RoleName;
import gotthard.inventory.SiteName;
import gotthard.policy.Use;
import gotthard.world.Aspect;
import gotthard.world.Cell;
import gotthard.world.CellId;
import gotthard.world.Effect;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// What a model takes from plans, inventory and policy.
final class ModellingTest {
    private static final SiteName MOSCOW = new SiteName("moscow");
    private static final SiteName ZURICH = new SiteName("zurich-1");
    private static final CellId METADATA =
            new CellId(new RegionName("europe"), new DataTypeName("metadata"));

    private static ModelStep step(Model model, String name) {
        return model.steps().get(index(model, name));
    }

    private static int index(Model model, String name) {
        return IntStream.range(0, model.steps().size())
                .filter(at -> model.steps().get(at).name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void hasTheCellsOfTheGroup() {
        Model model = Catalogue.model("sound/database-standby");

        assertThat(model.cells())
                .containsExactly(
                        new Cell(
                                METADATA,
                                true,
                                List.of(MOSCOW),
                                List.of(ZURICH),
                                List.of(new SiteName("zurich-2")),
                                Set.of(Aspect.STORE, Aspect.WRITE, Aspect.PROCESS)));
    }

    @Test
    void hasStepsWithNeedsEffectsApprovalsAndPointsOfNoReturn() {
        Model model = Catalogue.model("sound/database-deleted");

        assertThat(step(model, "fence").effects())
                .containsExactly(new Effect.Fence(METADATA, MOSCOW));
        assertThat(step(model, "fence").needs()).containsExactly(index(model, "go"));
        assertThat(step(model, "go").approval())
                .isEqualTo(Optional.of(Set.of(new RoleName("lead"))));
        assertThat(step(model, "fence").irreversible()).isFalse();
        assertThat(step(model, "forget").irreversible()).isTrue();
        assertThat(model.signers()).containsExactly(new RoleName("supervisor"));
        assertThat(model.pauses())
                .containsExactly(new Pause(index(model, "fence"), index(model, "switch")));
    }

    @Test
    void hasTheDaysBeforeWhichStepsMayNotBegin() {
        Model model = Catalogue.model("residency/a-day-too-early");

        assertThat(step(model, "copy").notBefore()).contains(LocalDate.parse("2018-11-12"));
        assertThat(step(model, "fence").notBefore()).isEmpty();
        assertThat(model.days())
                .containsExactly(
                        LocalDate.parse("2018-10-01"),
                        LocalDate.parse("2018-11-12"),
                        LocalDate.parse("2018-11-13"));
    }

    @Test
    void hasThePauseOfAllThatEachMade() {
        Model model = Catalogue.model("sound/database-regions");
        int[] fences = {index(model, "fence[europe]"), index(model, "fence[japan]")};
        int[] switches = {index(model, "switch[europe]"), index(model, "switch[japan]")};

        assertThat(model.pauses())
                .containsExactlyInAnyOrder(
                        new Pause(fences[0], switches[0]),
                        new Pause(fences[0], switches[1]),
                        new Pause(fences[1], switches[0]),
                        new Pause(fences[1], switches[1]));
    }

    @Test
    void letsAPlanBeginAfterAllLastStepsOfThoseThatItComesAfter() {
        Model model = Catalogue.model("sound/programme");

        int last = index(model, "prepare/replicate");
        int first = index(model, "cut/go");

        assertThat(step(model, "cut/go").needs())
                .containsExactlyInAnyOrder(last, index(model, "prepare/workloads"));
        assertThat(first).isGreaterThan(last);
    }

    @Test
    void asksThePolicyByTheCountryOfASiteAndTheDay() {
        Model model = Catalogue.model("sound/database");
        var early = LocalDate.of(2018, 11, 12);

        Allowance allowance = Objects.requireNonNull(model.allowance());

        assertThat(allowance.allows(METADATA, ZURICH, Use.STORE, early)).isFalse();
        assertThat(allowance.allows(METADATA, ZURICH, Use.STORE, early.plusDays(1))).isTrue();
        assertThat(allowance.allows(METADATA, new SiteName("frankfurt"), Use.STORE, early))
                .isFalse();
        assertThat(allowance.allows(METADATA, new SiteName("nowhere"), Use.STORE, early)).isFalse();
    }

    @Test
    void goesThroughTheDaysOnWhichThePolicyTurns() {
        assertThat(Catalogue.model("sound/database").days())
                .containsExactly(LocalDate.of(2019, 6, 1));
        assertThat(Catalogue.model("residency/before-the-date").days())
                .containsExactly(LocalDate.of(2018, 10, 1), LocalDate.of(2018, 11, 13));
    }

    @Test
    void ordersCellsAsThePolicySays() {
        Model model = Catalogue.model("sound/assembly-last");
        var assembly = new CellId(new RegionName("europe"), new DataTypeName("assembly"));

        assertThat(model.order()).contains(new Precedence(METADATA, assembly));
        assertThat(model.order()).allMatch(pair -> pair.later().data().equals(assembly.data()));
    }

    @Test
    void hasCellsThatAPlanTouchesBesideItsGroup() {
        Model model = Catalogue.model("residency/russia-swept-in");

        assertThat(model.cells())
                .anySatisfy(
                        cell -> {
                            assertThat(cell.id().region()).isEqualTo(new RegionName("russia"));
                            assertThat(cell.first()).containsExactly(MOSCOW);
                            assertThat(cell.to()).isEmpty();
                            assertThat(cell.moves()).isEmpty();
                        });
    }
}
