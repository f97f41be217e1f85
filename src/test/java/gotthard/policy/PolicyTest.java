package gotthard.policy;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.Golden;
import gotthard.inventory.DataTypeName;
import gotthard.inventory.Inventory;
import gotthard.inventory.InventoryDocument;
import gotthard.inventory.RegionName;
import gotthard.inventory.SiteName;
import gotthard.problem.Checked;
import gotthard.problem.Place;
import gotthard.problem.Problem;
import gotthard.world.CellId;
import gotthard.world.Effect;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

class PolicyTest {
    private static final LocalDate DAY = LocalDate.of(2019, 6, 1);
    private static final Place PLACE = new Place("plans/p.yaml", 12, 9, 5, "  - id: files");
    private static final Inventory INVENTORY =
            InventoryDocument.read(
                            "i.yaml",
                            """
                            apiVersion: gotthard/v1
                            kind: Inventory
                            metadata: {name: tests}
                            spec:
                              sites: {moscow: {country: RU}, zurich-1: {country: CH}}
                              regions: {europe: {countries: [DE]}, japan: {countries: [JP]}, russia: {countries: [RU]}}
                              data: {files: {kind: append-only}, metadata: {kind: mutable}}
                            """)
                    .toOptional()
                    .orElseThrow();
    private static final String RULES =
            """
            - {regions: [europe], data: [files], may: [store, stage], in: [CH], from: 2018-11-13, until: 2019-12-31}
            - {regions: [russia], may: [store, process], in: [RU]}
            """;

    private static Checked<Policy> read(String rules) {
        var head =
                """
                apiVersion: gotthard/v1
                kind: Policy
                metadata: {name: swiss-move}
                spec:
                  residency:
                """;
        return PolicyDocument.read("plans/policy.yaml", head + rules.indent(4), INVENTORY.names());
    }

    private static Asked ask(Effect effect) {
        return new Asked(effect, PLACE, "step \"files\"");
    }

    private static Effect copy(String region, String data, String to) {
        return new Effect.Copy(cell(region, data), new SiteName("moscow"), new SiteName(to), true);
    }

    private static CellId cell(String region, String data) {
        return new CellId(new RegionName(region), new DataTypeName(data));
    }

    private static List<Problem> judged(Effect effect, LocalDate asOf) {
        var policy = read(RULES).toOptional().orElseThrow();
        return policy.judge(List.of(ask(effect)), INVENTORY, asOf);
    }

    private static String rendered(List<Problem> problems) {
        return problems.stream().map(Problem::render).collect(Collectors.joining("\n"));
    }

    @Nested
    class Allowed {
        @Test
        void isWhatARuleAllowsOnThatDay() {
            assertThat(judged(copy("europe", "files", "zurich-1"), DAY)).isEmpty();
        }

        @Test
        void isAllDataWhereARuleNamesNone() {
            assertThat(
                            judged(
                                    new Effect.Processing(
                                            cell("russia", "metadata"), new SiteName("moscow")),
                                    DAY))
                    .isEmpty();
        }

        @Test
        void isEverythingWithoutAnyRule() {
            var policy = read("[]").toOptional().orElseThrow();

            var problems =
                    policy.judge(List.of(ask(copy("japan", "files", "moscow"))), INVENTORY, DAY);

            assertThat(problems).isEmpty();
        }
    }

    @Nested
    class Refused {
        @Test
        void isAllThatNoRuleAllows() {
            var policy = read(RULES).toOptional().orElseThrow();
            var zurich = new SiteName("zurich-1");

            var problems =
                    policy.judge(
                            List.of(
                                    ask(copy("russia", "files", "zurich-1")),
                                    ask(copy("japan", "files", "zurich-1")),
                                    ask(copy("europe", "metadata", "zurich-1")),
                                    ask(copy("europe", "files", "nowhere")),
                                    ask(new Effect.Deploy(cell("europe", "files"), zurich)),
                                    ask(
                                            new Effect.Stage(
                                                    cell("europe", "files"),
                                                    new SiteName("moscow")))),
                            INVENTORY,
                            DAY);

            Golden.assertMatches("documents/policy-refused.txt", rendered(problems));
        }

        @Test
        void isWhatIsAllowedOnOtherDaysOnly() {
            var copy = copy("europe", "files", "zurich-1");

            assertThat(judged(copy, LocalDate.of(2018, 11, 13))).isEmpty();
            assertThat(judged(copy, LocalDate.of(2019, 12, 31))).isEmpty();
            assertThat(judged(copy, LocalDate.of(2020, 1, 1))).hasSize(1);
            Golden.assertMatches(
                    "documents/policy-too-early.txt",
                    rendered(judged(copy, LocalDate.of(2018, 11, 12))));
        }
    }

    @Nested
    class Mistakes {
        @Test
        void areReportedAllAtOnce() {
            var problems =
                    read("""
                    - {regions: [eurpe], data: [], may: [keep], in: [Swiss]}
                    - {regions: [europe], may: [store], in: [CH], from: 2020-01-01, until: 2019-01-01}
                    - {regions: [europe], may: [store], on: [CH]}
                    """)
                            .problems();

            Golden.assertMatches("documents/policy.txt", rendered(problems));
        }

        @Test
        void inWindowsAndFreezes() {
            var problems =
                    PolicyDocument.read(
                                    "plans/policy.yaml",
                                    """
                                    apiVersion: gotthard/v1
                                    kind: Policy
                                    metadata: {name: swiss-move}
                                    spec:
                                      windows:
                                        nights: {zone: Europe/Zürich, from: "25:00", to: 22}
                                        days: {zone: CET5, days: [], from: "08:00", to: "18:00", until: noon}
                                        weekend: {zone: Europe/Zurich, days: [Saturday, sundy], from: "08:00"}
                                      freezes:
                                        year-end: {zone: Europe/Zurich, from: 2020-01-06T06:00, to: 2019-12-20T18:00}
                                        easter: {zone: Europe/Zurich, from: 2020-04-10, to: 2020-04-14T00:00Z, sites: [mosow]}
                                    """,
                                    INVENTORY.names())
                            .problems();

            Golden.assertMatches("documents/calendar.txt", rendered(problems));
        }
    }
}
