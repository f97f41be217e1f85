package gotthard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.action.Key;
import gotthard.action.LentContext;
import gotthard.inventory.EndpointName;
import gotthard.inventory.Inventory;
import gotthard.inventory.InventoryDocument;
import gotthard.inventory.SiteName;
import gotthard.ssh.HostConnector;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

final class SandboxTest {
    private static final SiteName MOSCOW = new SiteName("moscow");
    private static final EndpointName HOST = new EndpointName(MOSCOW, "file-1");

    private static final Inventory INVENTORY =
            InventoryDocument.read(
                            "inventories/i.yaml",
                            """
                            apiVersion: gotthard/v1
                            kind: Inventory
                            metadata: {name: tests}
                            spec:
                              sandbox: {folder: s}
                              sites:
                                moscow: {country: RU, cluster: {}, hosts: {files: [{name: file-1}]}, web: {status: {}}}
                              regions: {europe: {countries: [CH]}}
                            """)
                    .toOptional()
                    .orElseThrow();

    @TempDir Path folder;

    /// A coordinator that dies in the middle of a command is interrupted, and the next one goes on with the same sites.
    @Test
    void letsGoOfItsFolderAlsoWhenItIsClosedByWhoWasInterrupted() throws Exception {
        Sandbox first = open();
        try (var context =
                new LentContext(
                        first.inventory(),
                        Key.of("run", "step", 1),
                        Clock.systemUTC(),
                        Duration.ofMinutes(1))) {
            var host = context.open(new HostConnector(), HOST);
            try (var _ = host.start(List.of("sleep", "20"))) {
                Thread.currentThread().interrupt();
                first.close();
                assertThat(Thread.interrupted()).isTrue();
            }
        }

        try (Sandbox next = open()) {
            assertThat(next.cluster(MOSCOW)).isPresent();
        }
    }

    private Sandbox open() throws Exception {
        return Sandbox.open(INVENTORY, folder, Clock.systemUTC());
    }
}
