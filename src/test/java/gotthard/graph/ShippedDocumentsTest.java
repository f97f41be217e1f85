package gotthard.graph;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.action.Kinds;
import gotthard.inventory.Inventory;
import gotthard.inventory.InventoryDocument;
import gotthard.problem.Code;
import gotthard.problem.Problem;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The documents that the project ships are good ones.
class ShippedDocumentsTest {
    /// Actions arrive room by room; what is known of the documents without them must be right already.
    private static final Code UNKNOWN_ACTION = new Code("unknown-action");

    private static Inventory inventory(String source) throws IOException {
        var read = InventoryDocument.read(source, Files.readString(Path.of(source)));
        return read.toOptional().orElseThrow(() -> new AssertionError(read.problems().toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "inventories/sandbox.yaml",
                "inventories/lab.yaml",
                "inventories/production.example.yaml"
            })
    void programmeIsWithoutMistakeForEveryInventory(String inventory) {
        var source = "plans/programme.yaml";
        var texts = DiskTexts.around(source, List.of(inventory));

        var assembled =
                ProgrammeAssembly.assemble(
                        source, Optional.of(inventory), texts, Kinds.installed());

        assertThat(
                        assembled.problems().stream()
                                .filter(problem -> !problem.code().equals(UNKNOWN_ACTION))
                                .map(Problem::render))
                .isEmpty();
    }

    @Test
    void inventoriesDifferOnlyInHowSitesAreReached() throws IOException {
        var sandbox = inventory("inventories/sandbox.yaml");

        for (String other : List.of("lab", "production.example")) {
            var inventory = inventory("inventories/" + other + ".yaml");
            assertThat(inventory.names().known(Inventory.SITE))
                    .isEqualTo(sandbox.names().known(Inventory.SITE));
            assertThat(inventory.data()).isEqualTo(sandbox.data());
            assertThat(inventory.regions()).isEqualTo(sandbox.regions());
            assertThat(inventory.people()).isEqualTo(sandbox.people());
        }
    }
}
