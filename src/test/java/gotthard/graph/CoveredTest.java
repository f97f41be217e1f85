package gotthard.graph;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.inventory.Inventory;
import gotthard.inventory.InventoryDocument;
import gotthard.inventory.SiteName;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// What an approval is of: changing that changes the digest, changing anything else does not.
final class CoveredTest {
    private static final String PLAN =
            """
            apiVersion: gotthard/v1
            kind: Plan
            metadata: {name: moves, owner: platform, title: Things move}
            spec:
              policy: policy.yaml
              group: {regions: [europe], from: moscow}
            """;
    private static final String POLICY = "spec: {rules: [{europe: zurich-1}]} # as of today\n";
    private static final String INVENTORY =
            """
            apiVersion: gotthard/v1
            kind: Inventory
            metadata: {name: tests}
            spec:
              sandbox: {folder: s}
              sites: {moscow: {country: RU}, zurich-1: {country: CH}, zurich-2: {country: CH}}
              regions: {europe: {countries: [CH]}}
              roles: [lead, supervisor]
              people:
                lead-1: {roles: [lead]}
                other: {roles: [supervisor]}
            """;

    private static String digest(
            List<Covered.Part> steps, String plan, String policy, String text) {
        Inventory inventory = InventoryDocument.read("i.yaml", text).toOptional().orElseThrow();
        var documents = Map.of("plan.yaml", plan, "policy.yaml", policy, "i.yaml", text);
        return new Covered(steps, documents, "plan.yaml", "i.yaml", inventory)
                .digest(new StepId("go"));
    }

    /// `ready` leads to `files` and to `beside`; `files` to `go`, and `go` to `switch`.
    private static List<Covered.Part> steps(String changed) {
        return List.of(
                step("ready", changed, "moscow"),
                step("files", changed, "zurich-1", "ready"),
                step("beside", changed, "zurich-2", "ready"),
                step("go", changed, "", "files"),
                step("switch", changed, "zurich-1", "go"));
    }

    private static Covered.Part step(String id, String changed, String site, String... needs) {
        return new Covered.Part(
                new StepId(id),
                "test",
                1,
                id.equals(changed) ? "other" : "inputs",
                Set.copyOf(List.of(needs).stream().map(StepId::new).toList()),
                site.isEmpty() ? Set.of() : Set.of(new SiteName(site)));
    }

    private final String approved = digest(steps(""), PLAN, POLICY, INVENTORY);

    @ParameterizedTest
    @CsvSource({"ready, true", "files, true", "go, true", "switch, true", "beside, false"})
    void coversTheGateWithWhatItNeedsAndWhatNeedsIt(String step, boolean isCovered) {
        boolean isOther = !digest(steps(step), PLAN, POLICY, INVENTORY).equals(approved);

        assertThat(isOther).isEqualTo(isCovered);
    }

    @Test
    void coversTheArrows() {
        var steps = new java.util.ArrayList<>(steps(""));
        steps.set(4, step("switch", "", "zurich-1", "go", "files"));

        assertThat(digest(steps, PLAN, POLICY, INVENTORY)).isNotEqualTo(approved);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "steps: [{id: files, takes: 20m}]|true",
                "steps: [{id: files, window: nights, takes: 20m}]|true",
                "steps: [{id: beside, window: nights, takes: 20m}]|false",
                "steps: [{id: files, deadline: 20m}]|false",
                "protect: {moscow: {rate: 200Mbit/s}}|true",
            })
    void coversWindowsAndProtectionsWhereThereAreAny(String written, boolean isCovered) {
        boolean isOther =
                !digest(steps(""), PLAN + "  " + written + "\n", POLICY, INVENTORY)
                        .equals(approved);

        assertThat(isOther).isEqualTo(isCovered);
    }

    @Test
    void coversThePolicyButNotItsComments() {
        String commented = POLICY.replace("today", "tomorrow");
        String changed = POLICY.replace("zurich-1", "moscow");

        assertThat(digest(steps(""), PLAN, commented, INVENTORY)).isEqualTo(approved);
        assertThat(digest(steps(""), PLAN, changed, INVENTORY)).isNotEqualTo(approved);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lead-1: {roles: [lead]}|lead-1: {roles: [lead, supervisor]}|true",
                "lead-1: {roles: [lead]}|lead-1: {roles: [lead], delegates: [{to: other, role: lead, until: 2019-12-31}]}|true",
                "lead-1: {roles: [lead]}|lead-9: {roles: [lead]}|true",
                "zurich-1: {country: CH}|zurich-1: {country: AT}|true",
                "zurich-2: {country: CH}|zurich-2: {country: AT}|false",
                "countries: [CH]|countries: [CH, AT]|true",
                "name: tests|name: renamed|false",
            })
    void coversWhoDecidesAndWhereOfTheInventory(String written, String changed, boolean isCovered) {
        String inventory = INVENTORY.replace(written, changed);

        boolean isOther = !digest(steps(""), PLAN, POLICY, inventory).equals(approved);

        assertThat(inventory).isNotEqualTo(INVENTORY);
        assertThat(isOther).isEqualTo(isCovered);
    }

    @Test
    void coversNoKeys() {
        String keyed =
                INVENTORY.replace(
                        "other: {roles: [supervisor]}",
                        "other: {roles: [supervisor], keys: [ssh-ed25519"
                                + " AAAAC3NzaC1lZDI1NTE5AAAAIAEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEB]}");

        assertThat(keyed).isNotEqualTo(INVENTORY);
        assertThat(digest(steps(""), PLAN, POLICY, keyed)).isEqualTo(approved);
    }

    @ParameterizedTest
    @ValueSource(strings = {"moves: [baseline]", "pauses: [{from: files, until: switch}]"})
    void coversWhatTheGroupMovesAndWhenItPauses(String more) {
        String changed = PLAN.replace("from: moscow", "from: moscow, " + more);

        assertThat(digest(steps(""), changed, POLICY, INVENTORY)).isNotEqualTo(approved);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "order: [{process: {data: [files]}, after: {}}]",
                "noReturn: {approvedBy: [supervisor]}"
            })
    void coversOrderAndPointsOfNoReturnOfThePolicy(String more) {
        String changed = POLICY.replace("zurich-1}]", "zurich-1}], " + more);

        assertThat(changed).isNotEqualTo(POLICY);
        assertThat(digest(steps(""), PLAN, changed, INVENTORY)).isNotEqualTo(approved);
    }

    @Test
    void coversTheGroup() {
        String changed = PLAN.replace("from: moscow", "from: zurich-2");

        assertThat(digest(steps(""), changed, POLICY, INVENTORY)).isNotEqualTo(approved);
    }
}
