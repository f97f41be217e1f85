package gotthard.policy;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.Golden;
import gotthard.inventory.DataTypeName;
import gotthard.inventory.Inventory;
import gotthard.inventory.RegionName;
import gotthard.inventory.RoleName;
import gotthard.problem.Checked;
import gotthard.problem.Problem;
import gotthard.shape.Names;
import gotthard.world.CellId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What a policy asks for beside residency: order, signatures, and the days on which it changes.
final class OrderTest {
    private static final Names NAMES =
            Names.of(
                    Map.of(
                            Inventory.REGION, Set.of("europe", "japan"),
                            Inventory.DATA, Set.of("files", "assembly"),
                            Inventory.ROLE, Set.of("lead", "supervisor")));

    private static Checked<Policy> read(String spec) {
        var head =
                """
                apiVersion: gotthard/v1
                kind: Policy
                metadata: {name: swiss-move}
                spec:
                """;
        return PolicyDocument.read("plans/policy.yaml", head + spec.indent(2), NAMES);
    }

    private static Policy policy(String spec) {
        return read(spec).toOptional().orElseThrow();
    }

    private static CellId cell(String words) {
        String[] parts = words.split("/", 2);
        return new CellId(new RegionName(parts[0]), new DataTypeName(parts[1]));
    }

    @ParameterizedTest
    @CsvSource({
        "europe/assembly, europe/files, true",
        "europe/assembly, japan/files, true",
        "europe/files, europe/assembly, false",
        "europe/assembly, japan/assembly, false",
        "europe/files, japan/files, false"
    })
    void meansAllOthersWhereNothingIsNamed(String cell, String earlier, boolean isAfter) {
        var policy = policy("order: [{process: {data: [assembly]}, after: {}}]");

        assertThat(policy.comesAfter(cell(cell), cell(earlier))).isEqualTo(isAfter);
    }

    @ParameterizedTest
    @CsvSource({
        "japan/files, europe/files, true",
        "japan/assembly, europe/files, true",
        "japan/files, europe/assembly, false"
    })
    void meansWhatIsNamed(String cell, String earlier, boolean isAfter) {
        var policy =
                policy(
                        "order: [{process: {regions: [japan]}, after: {regions: [europe], data: [files]}}]");

        assertThat(policy.comesAfter(cell(cell), cell(earlier))).isEqualTo(isAfter);
    }

    @Test
    void knowsWhoSignsBeforeAPointOfNoReturn() {
        assertThat(policy("noReturn: {approvedBy: [supervisor]}").signers())
                .containsExactly(new RoleName("supervisor"));
        assertThat(policy("residency: []").signers()).isEmpty();
    }

    @Test
    void tellsTheLaterDaysOnWhichARuleAboutTheCellsTurns() {
        var policy =
                policy(
                        """
                        residency:
                          - {regions: [europe], may: [store], in: [CH], from: 2018-11-13, until: 2019-12-31}
                          - {regions: [europe], data: [files], may: [write], in: [CH], from: 2019-06-01}
                          - {regions: [japan], may: [write], in: [CH], from: 2019-07-01}
                        """);
        var europe = List.of(cell("europe/files"));

        assertThat(policy.turns(europe, LocalDate.of(2018, 11, 13)))
                .containsExactly(LocalDate.of(2019, 6, 1), LocalDate.of(2020, 1, 1));
        assertThat(policy.turns(europe, LocalDate.of(2020, 1, 1))).isEmpty();
        assertThat(policy.turns(List.of(cell("europe/assembly")), LocalDate.of(2018, 1, 1)))
                .containsExactly(LocalDate.of(2018, 11, 13), LocalDate.of(2020, 1, 1));
    }

    @Test
    void isRefusedWhereItOrdersNothing() {
        var problems =
                read("""
                order:
                  - {process: {regions: [europe]}, after: {regions: [europe]}}
                  - {process: {regions: [eurpe], data: []}, before: {}}
                noReturn: {approvedBy: [supervisors]}
                """)
                        .problems();

        Golden.assertMatches(
                "documents/order.txt",
                problems.stream().map(Problem::render).collect(Collectors.joining("\n")));
    }
}
