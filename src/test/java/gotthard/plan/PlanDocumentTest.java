package gotthard.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import gotthard.Golden;
import gotthard.inventory.DataTypeName;
import gotthard.inventory.Inventory;
import gotthard.inventory.RegionName;
import gotthard.inventory.SiteName;
import gotthard.problem.Problem;
import gotthard.shape.Names;
import gotthard.world.Aspect;
import gotthard.yaml.YamlReader;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

class PlanDocumentTest {
    private static final Names NAMES =
            Names.of(
                    Map.of(
                            Inventory.SITE, Set.of("moscow", "zurich-1", "zurich-2"),
                            Inventory.REGION, Set.of("europe"),
                            Inventory.DATA, Set.of("files", "metadata")));

    private static String problems(String text) {
        return PlanDocument.read("plans/p.yaml", text, NAMES).problems().stream()
                .map(Problem::render)
                .collect(Collectors.joining("\n"));
    }

    @Nested
    class GoodPlan {
        private static final String TEXT =
                """
                apiVersion: gotthard/v1
                kind: Plan
                metadata: {name: europe, owner: platform, title: Europe moves}
                spec:
                  inventory: ../inventories/i.yaml
                  policy: policy.yaml
                  group:
                    regions: [europe]
                    from: moscow
                    data: {metadata: {to: [zurich-1], standby: [zurich-2]}}
                    pauses: [{from: a, until: "a[x]"}]
                  after: [foundation]
                  due: 2019-12-31
                  steps:
                    - {id: a, action: x, onFailure: freeze, deadline: 10m, attempts: 5, with: {to: "${site}"}}
                """;

        @Test
        void isReadAsWritten() {
            var plan = PlanDocument.read("plans/p.yaml", TEXT, NAMES).toOptional().orElseThrow();

            var group = plan.group().orElseThrow();
            assertThat(group.pauses())
                    .extracting(pause -> pause.from().value(), pause -> pause.until().value())
                    .containsExactly(tuple("a", "a[x]"));
            assertThat(group)
                    .isEqualTo(
                            new Group(
                                    Set.of(new RegionName("europe")),
                                    new SiteName("moscow"),
                                    Map.of(
                                            new DataTypeName("metadata"),
                                            new Group.Target(
                                                    List.of(new SiteName("zurich-1")),
                                                    List.of(new SiteName("zurich-2")))),
                                    Set.of(Aspect.STORE, Aspect.WRITE, Aspect.PROCESS),
                                    group.pauses()));
            assertThat(plan.due()).contains(LocalDate.of(2019, 12, 31));
            assertThat(plan.after()).containsExactly(new PlanName("foundation"));
            var step = plan.steps().getFirst();
            assertThat(step.deadline()).contains(Duration.ofMinutes(10));
            assertThat(step.attempts()).contains(5);
            assertThat(step.onFailure()).contains(OnFailure.FREEZE);
            assertThat(step.place().toString()).isEqualTo("plans/p.yaml:15:12");
        }

        @Test
        void namesItsDocumentsBeforeItIsRead() {
            var node = YamlReader.read("plans/p.yaml", TEXT).toOptional().orElseThrow();

            var links = Links.of(node);

            assertThat(links.inventory().orElseThrow().value()).isEqualTo("../inventories/i.yaml");
            assertThat(links.policy().orElseThrow().value()).isEqualTo("policy.yaml");
        }
    }

    @Nested
    class Mistakes {
        @Test
        void areReportedAllAtOnce() {
            var problems =
                    problems(
                            """
                            apiVersion: gotthard/v1
                            kind: Plan
                            metadata: {name: Europe, owner: platform}
                            spec:
                              group:
                                regions: [eurpe]
                                from: moskow
                                data: {fils: {to: []}, metadata: {to: [zurich-1], standby: [zurich-1]}}
                              due: 2019-02-30
                              windows: {}
                              steps:
                                - {id: a_b, action: x, deadline: 10ms, attempts: 0, onFailure: rolback}
                                - {id: b, each: {Site: [a]}, action: x}
                                - {id: c, each: {site: [a, a]}, action: x, need: [a]}
                                - {id: d, each: {site: ["a,b"]}, action: x}
                                - {id: e}
                            """);

            Golden.assertMatches("documents/plan.txt", problems);
        }

        @Test
        void ofAGroupThatMovesToWhereItIs() {
            var problems =
                    problems(
                            """
                            apiVersion: gotthard/v1
                            kind: Plan
                            metadata: {name: europe, owner: platform, title: t}
                            spec:
                              group: {regions: [europe], from: moscow, data: {files: {to: [moscow]}}}
                              steps: []
                            """);

            Golden.assertMatches("documents/plan-group.txt", problems);
        }

        @Test
        void ofWhatMovesAndWhenItPauses() {
            var problems =
                    problems(
                            """
                            apiVersion: gotthard/v1
                            kind: Plan
                            metadata: {name: europe, owner: platform, title: t}
                            spec:
                              group:
                                regions: [europe]
                                from: moscow
                                data: {files: {to: [zurich-1]}}
                                moves: [base, write]
                                pauses: [{from: fence, to: switch}, {until: [switch]}]
                              steps: [{id: a, action: x}]
                            """);

            Golden.assertMatches("documents/plan-moves.txt", problems);
        }
    }

    @Nested
    class AnotherDocument {
        @Test
        void ofAnotherKindIsOnlyToldSo() {
            var problems =
                    problems("{apiVersion: gotthard/v1, kind: Inventory, spec: {sites: {}}}");

            Golden.assertMatches("documents/wrong-kind.txt", problems);
        }

        @Test
        void ofAnotherVersionIsOnlyToldSo() {
            var problems = problems("{apiVersion: gotthard/v2, kind: Plan, spec: {}}");

            Golden.assertMatches("documents/wrong-version.txt", problems);
        }
    }
}
