package gotthard.policy;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.inventory.DataTypeName;
import gotthard.inventory.Inventory;
import gotthard.inventory.InventoryDocument;
import gotthard.inventory.RegionName;
import gotthard.inventory.SiteName;
import gotthard.problem.Place;
import gotthard.world.CellId;
import gotthard.world.Effect;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/// The policy that the project ships says what its programme promises.
class ShippedPolicyTest {
    private static final LocalDate IN_SERVICE = LocalDate.of(2018, 11, 13);
    private static final SiteName MOSCOW = new SiteName("moscow");
    private static final List<SiteName> ZURICH =
            List.of(new SiteName("zurich-1"), new SiteName("zurich-2"));
    private static final RegionName RUSSIA = new RegionName("russia");

    private Inventory inventory;
    private Policy policy;

    @BeforeEach
    void read() throws IOException {
        inventory =
                InventoryDocument.read("i", Files.readString(Path.of("inventories/lab.yaml")))
                        .toOptional()
                        .orElseThrow();
        policy =
                PolicyDocument.read(
                                "p",
                                Files.readString(Path.of("plans/policy.yaml")),
                                inventory.names())
                        .toOptional()
                        .orElseThrow();
    }

    private boolean isAllowed(RegionName region, SiteName to, LocalDate day) {
        var cell = new CellId(region, new DataTypeName("suspicious-files"));
        var asked =
                List.of(
                        new Asked(new Effect.Copy(cell, MOSCOW, to, true), Place.of("p"), "it"),
                        new Asked(new Effect.Processing(cell, to), Place.of("p"), "it"));
        int refused = policy.judge(asked, inventory, day).size();
        assertThat(refused).as("both or none").isIn(0, asked.size());
        return refused == 0;
    }

    @Test
    void keepsTheDataOfRussiaInMoscow() {
        assertThat(isAllowed(RUSSIA, MOSCOW, IN_SERVICE)).isTrue();
        assertThat(ZURICH).noneMatch(site -> isAllowed(RUSSIA, site, IN_SERVICE));
    }

    @Test
    void letsEveryOtherRegionMoveFromTheDayOfService() {
        var others =
                inventory.regions().keySet().stream().filter(name -> !name.equals(RUSSIA)).toList();

        assertThat(others)
                .hasSize(6)
                .allMatch(
                        region ->
                                ZURICH.stream()
                                        .allMatch(site -> isAllowed(region, site, IN_SERVICE)));
        assertThat(others)
                .noneMatch(
                        region ->
                                ZURICH.stream()
                                        .anyMatch(
                                                site ->
                                                        isAllowed(
                                                                region,
                                                                site,
                                                                IN_SERVICE.minusDays(1))));
    }
}
