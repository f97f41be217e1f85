package gotthard.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// The rules themselves can fail: a small house that breaks all of them.
final class InspectionTest {
    private static final String ROOT = "gotthard.architecture.fixture";
    private static final String RUDE = ROOT + ".problem.Rude";

    private static final Inspection HOUSE =
            new Inspection(new ClassFileImporter().importPackages(ROOT), ROOT);

    @Test
    void findsAClassOutsideEveryRoom() {
        assertThat(HOUSE.homeless()).containsExactly(ROOT + ".Tramp stands in no room");
    }

    @Test
    void findsARoomThatIsNotInTheTable() {
        assertThat(HOUSE.rooms()).containsExactly("attic", "cli", "problem");
        assertThat(House.ROOMS).doesNotContainKey("attic");
    }

    @Test
    void findsALibraryThatHasNoHome() {
        assertThat(HOUSE.strangers("attic"))
                .containsExactly(
                        ROOT
                                + ".attic.Box uses org.assertj.core.api.Assertions, of a library"
                                + " that has no home in the table");
    }

    @Nested
    class ARoomOfTheLanguage {
        @Test
        void isCaughtUsingTheHighestFloor() {
            assertThat(HOUSE.wrongArrows("problem"))
                    .containsExactly(
                            RUDE
                                    + " uses "
                                    + ROOT
                                    + ".cli.Verbs, but \"problem\" may not use \"cli\"");
        }

        @Test
        void isCaughtUsingAnothersLibrary() {
            assertThat(HOUSE.strangers("problem"))
                    .containsExactly(
                            RUDE
                                    + " uses org.yaml.snakeyaml.nodes.Node, which is at home in"
                                    + " [yaml]: only yaml knows how text becomes nodes");
        }

        @Test
        void isCaughtWithEachBadManner() {
            assertThat(HOUSE.badManners("problem"))
                    .extracting(found -> found.substring(RUDE.length() + 1, found.indexOf(", but")))
                    .contains(
                            "asks a wall clock (java.lang.System currentTimeMillis())",
                            "asks a wall clock (java.time.Clock systemUTC())",
                            "asks a wall clock (java.time.Instant now())",
                            "ends the process (java.lang.System exit(int))",
                            "logs (org.slf4j.Logger )",
                            "measures time (java.lang.System nanoTime())",
                            "prints (java.lang.System out)")
                    .noneMatch(found -> found.contains("now(java.time.Clock)"));
        }
    }

    @Test
    void leavesTheHighestFloorAlone() {
        assertThat(HOUSE.wrongArrows("cli")).isEmpty();
        assertThat(HOUSE.strangers("cli")).isEmpty();
        assertThat(HOUSE.badManners("cli")).isEmpty();
    }
}
