package gotthard.policy;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.Golden;
import gotthard.inventory.DataTypeName;
import gotthard.inventory.Inventory;
import gotthard.inventory.RegionName;
import gotthard.problem.Checked;
import gotthard.problem.Problem;
import gotthard.shape.Names;
import gotthard.world.CellId;
import gotthard.world.Holding;
import gotthard.world.Level;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Rules with a condition: what they look at, what they say of how cells stand, and what is refused.
final class RuleTest {
    private static final Names NAMES =
            Names.of(
                    Map.of(
                            Inventory.SITE, Set.of("moscow", "zurich-1", "zurich-2"),
                            Inventory.REGION, Set.of("europe", "japan"),
                            Inventory.DATA, Set.of("files", "metadata")));

    private static Checked<Policy> read(String rules) {
        var head =
                """
                apiVersion: gotthard/v1
                kind: Policy
                metadata: {name: swiss-move}
                spec:
                  rules:
                """;
        return PolicyDocument.read("plans/policy.yaml", head + rules.indent(4), NAMES);
    }

    private static Rule rule(String rest) {
        var read = read("- name: first\n  title: It holds\n" + rest.indent(2));
        return read.toOptional()
                .orElseThrow(() -> new AssertionError(read.problems().toString()))
                .rules()
                .getFirst();
    }

    private static Condition condition(String that) {
        return rule("cells: {files: {data: [files]}, metadata: {data: [metadata]}}\nthat: >-\n  "
                        + that)
                .that();
    }

    private static Condition ofFiles(String that) {
        return rule("cells: {files: {}}\nthat: >-\n  " + that).that();
    }

    private static CellId cell(String words) {
        String[] parts = words.split("/", 2);
        return new CellId(new RegionName(parts[0]), new DataTypeName(parts[1]));
    }

    @Nested
    class Footprint {
        @ParameterizedTest
        @CsvSource(
                delimiter = ';',
                value = {
                    "files.stores[\"zurich-1\"] == full; files.stores at zurich-1",
                    "files.stores.moscow == full; files.stores at moscow",
                    "files.writes.all(s, files.writes[s] == none || files.verified[s] == full);"
                            + " files.writes at every site, files.verified at every site",
                    "files.writes[\"moscow\"] == none || files.writes.exists(s, s != \"moscow\" && files.writes[s] > none);"
                            + " files.writes at every site",
                    "files.serves.filter(s, files.serves[s] != none).size() <= 1; files.serves at every site",
                    "(files.holdsNew[\"moscow\"] == full ? files.staged : files.deployed)[\"zurich-1\"] == none;"
                            + " files.holdsNew at moscow, files.deployed at every site, files.staged at every site",
                    "[\"zurich-1\", \"zurich-2\"].exists_one(s, files.processes[s] == half); files.processes at every site"
                })
        void isWhatItLooksAt(String that, String footprint) {
            assertThat(ofFiles(that).footprint())
                    .extracting(Reading::toString)
                    .isEqualTo(List.of(footprint.split(", ", -1)));
        }

        @Test
        void namesTheCells() {
            assertThat(
                            condition(
                                            "metadata.writes[\"zurich-1\"] == none || files.stores[\"zurich-1\"] == full")
                                    .footprint())
                    .extracting(Reading::toString)
                    .containsExactly("files.stores at zurich-1", "metadata.writes at zurich-1");
        }
    }

    @Nested
    class Judged {
        @ParameterizedTest
        @CsvSource({
            "NONE, NONE, true",
            "NONE, FULL, true",
            "HALF, NONE, false",
            "HALF, HALF, false",
            "FULL, HALF, false",
            "FULL, FULL, true"
        })
        void readsTheLevelsOfBothCells(Level writes, Level stores, boolean holds) {
            var that =
                    condition(
                            "metadata.writes[\"zurich-1\"] == none || files.stores[\"zurich-1\"] == full");

            assertThat(
                            that.holds(
                                    (cell, what, at) -> {
                                        if (!at.value().equals("zurich-1")) {
                                            return Level.HALF;
                                        }
                                        return cell.equals("files") && what == Quantity.STORES
                                                ? stores
                                                : writes;
                                    }))
                    .isEqualTo(holds);
        }

        @Test
        void goesThroughAllSitesOfTheInventory() {
            var that =
                    ofFiles(
                            "files.stores.size() == 3 && files.stores.all(s, files.stores[s] == half)");

            assertThat(that.holds((_, _, _) -> Level.HALF)).isTrue();
            assertThat(
                            that.holds(
                                    (_, _, at) ->
                                            at.value().equals("zurich-2")
                                                    ? Level.FULL
                                                    : Level.HALF))
                    .isFalse();
        }

        @ParameterizedTest
        @CsvSource({
            "false, true, true, NONE",
            "true, false, false, FULL",
            "true, true, false, HALF",
            "true, true, true, FULL"
        })
        void takesForVerifiedWhatAVerificationCovers(
                boolean base, boolean write, boolean writeVerified, Level level) {
            var holding =
                    new Holding(
                            Level.FULL,
                            write,
                            false,
                            Level.NONE,
                            Level.NONE,
                            Level.NONE,
                            Level.NONE,
                            Level.NONE,
                            base,
                            writeVerified);

            assertThat(Quantity.VERIFIED.of(holding)).isEqualTo(level);
        }
    }

    @Nested
    class Cells {
        private static final List<CellId> ALL =
                List.of(cell("europe/files"), cell("europe/metadata"), cell("japan/files"));

        @Test
        void areTakenByTwosOfARegion() {
            var rule =
                    rule(
                            """
                            cells: {files: {data: [files]}, metadata: {data: [metadata]}}
                            that: metadata.writes.moscow == none || files.stores.moscow == full
                            """);

            assertThat(rule.among(ALL))
                    .containsExactly(List.of(cell("europe/files"), cell("europe/metadata")));
        }

        @Test
        void areTakenOneByOne() {
            var rule = rule("cells: {one: {data: [files]}}\nthat: one.stores.moscow == full");

            assertThat(rule.among(ALL))
                    .containsExactly(List.of(cell("europe/files")), List.of(cell("japan/files")));
        }

        @Test
        void areNeverBothTheSame() {
            var rule =
                    rule(
                            """
                            cells: {one: {}, other: {}}
                            that: one.writes.moscow == none || other.writes.moscow == none
                            """);

            assertThat(rule.among(ALL))
                    .containsExactly(
                            List.of(cell("europe/files"), cell("europe/metadata")),
                            List.of(cell("europe/metadata"), cell("europe/files")));
        }
    }

    @Test
    void turnsOnItsDays() {
        var policy =
                read("""
                                - name: first
                                  title: It holds
                                  cells: {files: {data: [files]}}
                                  that: files.stores.moscow == full
                                  from: 2019-07-01
                                  until: 2019-08-31
                                """)
                        .toOptional()
                        .orElseThrow();

        assertThat(policy.turns(List.of(cell("japan/files")), LocalDate.of(2019, 1, 1)))
                .containsExactly(LocalDate.of(2019, 7, 1), LocalDate.of(2019, 9, 1));
        assertThat(policy.turns(List.of(cell("japan/metadata")), LocalDate.of(2019, 1, 1)))
                .isEmpty();
    }

    @Test
    void refusesWhatIsWrong() {
        String shown =
                List.of(
                                "that: files.storez[\"zurich-1\"] == full",
                                "that: files.stores[\"zurich-9\"] == full",
                                "that: 'files.stores[\"zurich-1\"] == full && file.writes.moscow == none'",
                                "that: files.stores[\"zurich-1\"]",
                                "that: files.stores[\"zurich-1\"] == true",
                                "that: files.stores[\"zurich-1\"] == full &&",
                                "that: files.stores[\"zurich-1\"] = full",
                                "that: files == full",
                                "that: files.stores.moscow == full && \"moscow\".matches(\"m.*\")",
                                "that: files.stores.moscow / 0 == full",
                                "that: files.stores.moscow == full || now() == 1",
                                "that: files.stores.moscow == full || {\"moscow\":1}[\"moscow\"] == 1",
                                "that: files.stores.all(a, files.stores.all(b, files.stores.all(c, a == c)))",
                                "that: files.stores.moscow < 5000000000",
                                "that: |\n  files.stores[\"zurich-1\"] == full\n  || files.stores[\"zurich-7\"] == full",
                                "that: 1 == 1",
                                "that: [1, 2]")
                        .stream()
                        .map(
                                that ->
                                        problems(
                                                "- name: first\n  title: It holds\n  cells: {files: {}}\n"
                                                        + that.indent(2)))
                        .collect(Collectors.joining("\n\n"));

        Golden.assertMatches("documents/rules.txt", shown);
    }

    @Test
    void refusesCellsThatCannotBe() {
        String that = "\n  that: files.stores.moscow == full";
        String shown =
                List.of(
                                "cells: {files: {}, metadata: {}, others: {}}" + that,
                                "cells: {}" + that,
                                "cells: {files: {}, metadata: {}}" + that,
                                "cells: {full: {}}" + that,
                                "cells: {files: {regions: [europe]}, metadata: {regions: [japan]}}"
                                        + that,
                                "cells: {files: {data: [filez]}}" + that,
                                "cells: {files: {}}"
                                        + that
                                        + "\n  from: 2019-02-01\n  until: 2019-01-01",
                                "cells: {files: {}}"
                                        + that
                                        + "\n- name: first\n  title: Again\n  cells: {files: {}}"
                                        + that)
                        .stream()
                        .map(rest -> problems("- name: first\n  title: It holds\n  " + rest))
                        .collect(Collectors.joining("\n\n"));

        Golden.assertMatches("documents/rules-cells.txt", shown);
    }

    private static String problems(String rules) {
        var read = read(rules);
        assertThat(read.isValid()).as(rules).isFalse();
        return read.problems().stream().map(Problem::render).collect(Collectors.joining("\n"));
    }
}
