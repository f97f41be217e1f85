package gotthard.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Path;
import java.util.Set;

/// The house is built as it is drawn: arrows, libraries and manners, room by room.
final class ArchitectureTest {
    private static final Inspection HOUSE =
            new Inspection(
                    new ClassFileImporter().importPath(Path.of("target/classes")), "gotthard");

    @Test
    void everyClassStandsInARoomOfTheTable() {
        assertThat(HOUSE.homeless()).isEmpty();
        assertThat(House.ROOMS.keySet())
                .as("rooms of the table; a new one needs its line in House")
                .containsAll(HOUSE.rooms());
    }

    @Test
    void theTableNamesOnlyItsOwnRooms() {
        for (Set<String> allowed : House.ROOMS.values()) {
            assertThat(allowed)
                    .allMatch(other -> other.equals("*") || House.ROOMS.containsKey(other));
        }
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void usesOnlyTheRoomsBelowIt(String room) {
        assertThat(HOUSE.wrongArrows(room)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void usesOnlyTheLibrariesAtHomeInIt(String room) {
        assertThat(HOUSE.strangers(room)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void logsPrintsExitsAndAsksTheTimeOnlyWhereItMay(String room) {
        assertThat(HOUSE.badManners(room)).isEmpty();
    }

    /// The rooms that are built already; one that is only planned has nothing to inspect.
    static Set<String> rooms() {
        return HOUSE.rooms();
    }
}
