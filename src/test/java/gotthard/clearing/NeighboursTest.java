package gotthard.clearing;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.files.jobs.Clearance.Claim;
import gotthard.inventory.CellPlace;
import gotthard.inventory.DataTypeName;
import gotthard.inventory.EndpointName;
import gotthard.inventory.RegionName;
import gotthard.inventory.Selection;
import gotthard.inventory.SiteName;
import gotthard.inventory.Store;
import gotthard.inventory.Store.Volume;
import gotthard.inventory.StoreName;
import gotthard.problem.Code;
import gotthard.problem.Place;
import gotthard.problem.Problem;
import gotthard.problem.Problems;
import gotthard.world.CellId;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What of a folder in a volume is a cell's, beside others of the site.
final class NeighboursTest {
    private static final SiteName MOSCOW = new SiteName("moscow");
    private static final Volume CLAIM = new Volume.Claim("uploads");
    private static final Volume NODE = new Volume.HostFolder("/srv/disk");

    private final Problems problems = new Problems();

    @Test
    void isAllOfAFolderOfItsOwn() {
        Claim claim =
                claim(
                        volume("europe", CLAIM, "files/europe", Selection.EVERYTHING),
                        volume("russia", CLAIM, "files/europe-2", Selection.EVERYTHING),
                        volume("asia", new Volume.Claim("other"), "files", Selection.EVERYTHING));

        assertThat(claim).isEqualTo(Claim.ALL);
        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    void isNotWhatListsOfOthersName() {
        Claim claim =
                claim(
                        volume("europe", CLAIM, "all", listed("lists/europe")),
                        volume("russia", CLAIM, "all", listed("lists/russia")));

        assertThat(claim)
                .isEqualTo(
                        new Claim(
                                Optional.of("intake/lists/europe"),
                                List.of("intake/lists/russia"),
                                List.of()));
    }

    @Test
    void isNoListOfAnybodyAndNoFolderOfAnother() {
        Claim claim =
                claim(
                        volume("europe", CLAIM, "all", listed("all/lists/europe")),
                        volume("russia", CLAIM, "else", listed("all/lists/russia")),
                        volume("asia", CLAIM, "all/asia", Selection.EVERYTHING));

        assertThat(claim.spared()).isEmpty();
        assertThat(claim.stays()).containsExactlyInAnyOrder("lists/europe", "lists/russia", "asia");
        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    void isRefusedWhereAllOfItIsAlsoAnothers() {
        Claim _ =
                claim(
                        volume("europe", CLAIM, "all/europe", Selection.EVERYTHING),
                        volume("russia", CLAIM, "all", Selection.EVERYTHING));

        assertThat(told())
                .containsExactly("all of europe/uploads at moscow is also russia/uploads's");
    }

    @Test
    void isRefusedWhereAListOfAnotherFolderTellsWhatIsWhose() {
        Claim _ =
                claim(
                        volume("europe", CLAIM, "all/europe", Selection.EVERYTHING),
                        volume("russia", CLAIM, "all", listed("lists/russia")));

        assertThat(told())
                .containsExactly(
                        "europe/uploads and russia/uploads lie in folders of which one is in the other at moscow, and only lists tell what is whose");
    }

    @Test
    void isRefusedWhereAHostMayBeTheNode() {
        Claim _ =
                claim(
                        volume("europe", NODE, "all", Selection.EVERYTHING),
                        host("russia", "/srv/disk/intake", "all"),
                        host("asia", "/srv/other", "all"));

        assertThat(told())
                .containsExactly(
                        "europe/uploads in /srv/disk/intake/all of a node of moscow may be russia/uploads's in /srv/disk/intake/all of moscow/files-1");
    }

    @Test
    void isRefusedWhereFoldersOfNodesAreOneUnderTwoNames() {
        Claim _ =
                claim(
                        volume("europe", NODE, "all", Selection.EVERYTHING),
                        new Spot(
                                cell("russia"),
                                MOSCOW,
                                new CellPlace(
                                        store(new Volume.HostFolder("/srv"), ""), "disk/intake")));

        assertThat(told()).singleElement().asString().startsWith("all of europe/uploads");
    }

    private List<String> told() {
        return problems.sorted().stream().map(Problem::message).toList();
    }

    private Claim claim(Spot at, Spot... others) {
        var clearing = new Clearing(at, List.of(), Stream.of(others).toList(), Set.of(at.cell()));
        return new Neighbours(
                        clearing,
                        what -> Problem.error(new Code("no"), Place.of("plan.yaml"), what))
                .claim(problems);
    }

    private static Selection listed(String path) {
        return new Selection.Listed(path);
    }

    private static Spot volume(String region, Volume volume, String folder, Selection selection) {
        return new Spot(
                cell(region), MOSCOW, new CellPlace(store(volume, "intake"), folder, selection));
    }

    private static Store.OnVolume store(Volume volume, String path) {
        return new Store.OnVolume(
                new StoreName("volumes"), EndpointName.cluster(MOSCOW), "intake", volume, path);
    }

    private static Spot host(String region, String path, String folder) {
        return new Spot(
                cell(region),
                MOSCOW,
                new CellPlace(
                        new Store.OnHost(
                                new StoreName("hosts"), new EndpointName(MOSCOW, "files-1"), path),
                        folder));
    }

    private static CellId cell(String region) {
        return new CellId(new RegionName(region), new DataTypeName("uploads"));
    }
}
