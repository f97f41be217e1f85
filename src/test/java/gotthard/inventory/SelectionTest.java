package gotthard.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.Golden;
import gotthard.problem.Checked;
import gotthard.problem.Problem;

import org.junit.jupiter.api.Test;

import java.util.stream.Collectors;

/// Cells that share stores and folders.
class SelectionTest {
    private static final SiteName MOSCOW = new SiteName("moscow");

    private static Checked<Inventory> read(String data) {
        String document =
                """
                apiVersion: gotthard/v1
                kind: Inventory
                metadata: {name: tests}
                spec:
                  sandbox: {folder: s}
                  sites:
                    moscow:
                      country: RU
                      cluster: {}
                      hosts: {files: [{name: file-1}]}
                      objects: {s3: {}}
                      stores:
                        disk: {host: file-1, path: /srv/intake}
                        bucket: {bucket: uploads, server: s3}
                        volume: {volume: {namespace: intake, claim: uploads}}
                  regions: {europe: {countries: [NO, CH]}, russia: {countries: [RU]}}
                  data:
                """
                        + data.indent(4);
        return InventoryDocument.read("inventories/i.yaml", document);
    }

    private static CellPlace place(Inventory inventory, String region, String data) {
        return inventory
                .place(MOSCOW, new RegionName(region), new DataTypeName(data))
                .orElseThrow();
    }

    @Test
    void tellsCellsOfOneFolderApart() {
        var inventory =
                read("""
                                files:
                                  kind: append-only
                                  where: {moscow: {store: disk, folder: all, list: "lists/${region}.txt"}}
                                mails:
                                  kind: append-only
                                  where: {moscow: {store: disk, folder: all, list: "lists/${region}-mails.txt"}}
                                uploads:
                                  kind: append-only
                                  where: {moscow: {store: bucket, folder: all, tag: {key: region, value: "r-${region}"}}}
                                """)
                        .toOptional()
                        .orElseThrow();

        assertThat(place(inventory, "europe", "files").selection())
                .isEqualTo(new Selection.Listed("lists/europe.txt"));
        assertThat(place(inventory, "russia", "files").selection())
                .isEqualTo(new Selection.Listed("lists/russia.txt"));
        assertThat(place(inventory, "russia", "mails").folder()).isEqualTo("all");
        assertThat(place(inventory, "russia", "uploads").selection())
                .isEqualTo(new Selection.Tagged("region", "r-russia"));
        assertThat(place(inventory, "russia", "uploads").isWhole()).isFalse();
    }

    @Test
    void isToldWhereItIsNoSelection() {
        String problems =
                read(
                                        """
                                tagged: {kind: mutable, where: {moscow: {store: disk, folder: "a/${region}", tag: {key: region, value: "${region}"}}}}
                                mounted: {kind: mutable, where: {moscow: {store: volume, folder: "a/${region}", tag: {key: region, value: "${region}"}}}}
                                one: {kind: mutable, where: {moscow: {store: disk, folder: b, list: lists/all.txt}}}
                                same: {kind: mutable, where: {moscow: {store: bucket, folder: c, tag: {key: region, value: any}}}}
                                unknown: {kind: mutable, where: {moscow: {store: disk, folder: d, list: "lists/${site}"}}}
                                whole: {kind: mutable, where: {moscow: {store: disk, folder: "e/${region}"}}}
                                part: {kind: mutable, where: {moscow: {store: disk, folder: "e/${region}", list: "lists/${region}"}}}
                                alike: {kind: mutable, where: {moscow: {store: bucket, folder: f, list: "lists/${region}"}}}
                                twin: {kind: mutable, where: {moscow: {store: bucket, folder: f, list: "lists/${region}"}}}
                                """)
                                .problems()
                                .stream()
                                .map(Problem::render)
                                .collect(Collectors.joining("\n"))
                        + "\n"
                        + read(
                                        """
                                both: {kind: mutable, where: {moscow: {store: bucket, folder: g, list: "lists/${region}", tag: {key: region, value: "${region}"}}}}
                                above: {kind: mutable, where: {moscow: {store: bucket, folder: h, list: "../${region}"}}}
                                """)
                                .problems()
                                .stream()
                                .map(Problem::render)
                                .collect(Collectors.joining("\n"));

        Golden.assertMatches("documents/selections.txt", problems);
    }
}
