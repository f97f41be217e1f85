package gotthard.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gotthard.Golden;
import gotthard.action.Failure;
import gotthard.action.Locator;
import gotthard.action.Prediction;
import gotthard.graph.StepId;
import gotthard.inventory.EndpointName;
import gotthard.inventory.SiteName;
import gotthard.plan.PlanName;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

final class SavedPlanTextTest {
    private static final Instant MADE = Instant.parse("2019-11-13T08:00:00Z");

    private static SavedPlan plan(Prediction prediction) {
        var made = new SavedPlan.Made("0.1.0", "platform-lead-1", MADE, MADE.plusSeconds(86_400));
        return new SavedPlan(
                made,
                new PlanName("europe-files"),
                "plans/europe.yaml",
                "inventories/lab.yaml",
                new TreeMap<>(Map.of("plans/europe.yaml", "kind: Plan\n", "b.yaml", "é\n")),
                List.of(
                        item("ready", Optional.of(new Prediction.Nothing("all good"))),
                        item("files", Optional.of(prediction)),
                        item("go", Optional.empty())));
    }

    private static SavedPlan.Item item(String id, Optional<Prediction> prediction) {
        return new SavedPlan.Item(
                new StepId(id), "test.kind", 1, Set.of(new StepId("ready")), "ab12", prediction);
    }

    private static Prediction changes() {
        var where = new Locator(EndpointName.cluster(new SiteName("zurich-1")), "Job a/b");
        return new Prediction.Changes(
                Prediction.Certainty.OPAQUE,
                List.of(
                        new Prediction.Change(
                                Prediction.Sign.RUN, where, "runs to its end", List.of("once"))));
    }

    @Test
    void hasTheSameBytesForEver() {
        byte[] file = SavedPlanText.bytes(plan(changes()));

        Golden.assertMatches(
                "preview/saved-plan-v1.json", new String(file, StandardCharsets.UTF_8));
    }

    @Test
    void isReadAsItWasWritten() {
        SavedPlan plan = plan(changes());

        assertThat(SavedPlanText.read(SavedPlanText.bytes(plan)))
                .isEqualTo(new SavedPlanText.Reading.Read(plan, SavedPlanText.digest(plan)));
    }

    @ParameterizedTest
    @CsvSource({
        "runs to its end, runs to its start",
        "kind: Plan, kind: Plaan",
        "\"version\":1, \"version\":2",
        "2019-11-14, 2029-11-14",
        "lab.yaml, lax.yaml",
        "{\"tool\", { \"tool\""
    })
    void isNotReadWhenEdited(String from, String to) {
        String file = new String(SavedPlanText.bytes(plan(changes())), StandardCharsets.UTF_8);
        assertThat(file).contains(from);

        var reading = SavedPlanText.read(file.replace(from, to).getBytes(StandardCharsets.UTF_8));

        assertThat(reading).isInstanceOf(SavedPlanText.Reading.Damaged.class);
    }

    @Test
    void isNotReadWithAnyByteChangedOrCutOff() {
        byte[] file = SavedPlanText.bytes(plan(changes()));
        var random = new Random(7);
        for (int place = 14; place < file.length; place++) {
            byte[] damaged = file.clone();
            damaged[place] ^= (byte) (1 << random.nextInt(7));

            assertThat(SavedPlanText.read(damaged))
                    .as("byte " + place)
                    .isNotInstanceOf(SavedPlanText.Reading.Read.class);
            assertThat(SavedPlanText.read(Arrays.copyOf(file, place)))
                    .as("cut at " + place)
                    .isNotInstanceOf(SavedPlanText.Reading.Read.class);
        }
    }

    @Test
    void tellsAnotherFormat() {
        String file =
                new String(SavedPlanText.bytes(plan(changes())), StandardCharsets.UTF_8)
                        .replace("saved-plan/v1", "saved-plan/v2");

        assertThat(SavedPlanText.read(file.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new SavedPlanText.Reading.OtherFormat("gotthard/saved-plan/v2"));
    }

    @Test
    void isToldFromAPlanInYaml() {
        assertThat(SavedPlanText.isOne(SavedPlanText.bytes(plan(changes())))).isTrue();
        assertThat(SavedPlanText.isOne("apiVersion: gotthard/v1".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
        assertThat(SavedPlanText.isOne(new byte[0])).isFalse();
    }

    @Test
    void isNotMadeOfAPlanThatWouldFail() {
        var obstacle = new Prediction.Obstacle(Failure.refused("no room", "make some"));

        assertThatThrownBy(() -> SavedPlanText.bytes(plan(obstacle)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
