package gotthard.files;

import gotthard.action.Access;
import gotthard.action.Access.Phase;
import gotthard.inventory.EndpointName;
import gotthard.inventory.Inventory;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The programs that [Scripts] call, by what they are called for.
final class Tools {
    private static final List<String> DIGESTS = List.of("sha256sum", "shasum");
    private static final List<String> READING = List.of("sh", "find", "xargs");
    private static final List<String> RECEIVING =
            List.of("tar", "mkdir", "wc", "sync", "mv", "df", "awk");
    private static final List<String> CHANGING = List.of("chmod", "rm", "rmdir");

    private Tools() {}

    /// On a host that files come from.
    static List<Access> reading(EndpointName host) {
        List<Access> all = looking(host);
        all.add(new Access.Program(host, List.of("tar"), Set.of(Phase.APPLY)));
        return all;
    }

    /// On a host that files are brought to.
    static List<Access> writing(EndpointName host) {
        List<Access> all = looking(host);
        all.add(new Access.Program(host, List.of("cat"), Phase.ALL));
        RECEIVING.forEach(
                program ->
                        all.add(new Access.Program(host, List.of(program), Set.of(Phase.APPLY))));
        CHANGING.forEach(
                program ->
                        all.add(
                                new Access.Program(
                                        host,
                                        List.of(program),
                                        Set.of(Phase.APPLY, Phase.ROLLBACK))));
        return all;
    }

    static List<Access> looking(EndpointName host) {
        var all = new ArrayList<Access>();
        all.add(new Access.Program(host, DIGESTS, Phase.ALL));
        READING.forEach(program -> all.add(new Access.Program(host, List.of(program), Phase.ALL)));
        return all;
    }

    /// What copying cells takes.
    static Set<Access> copying(List<CellFolders> cells) {
        var access = new HashSet<Access>();
        for (CellFolders cell : cells) {
            access.addAll(reading(cell.from().host()));
            access.addAll(writing(cell.to().host()));
            access.add(folder(cell.from(), cell.from().path(), false));
            cell.list()
                    .ifPresent(
                            list -> {
                                access.add(
                                        new Access.Program(
                                                cell.from().host(), List.of("cat"), Phase.ALL));
                                access.add(
                                        folder(
                                                cell.from(),
                                                list.substring(0, list.lastIndexOf('/')),
                                                false));
                            });
            access.add(folder(cell.to(), cell.to().path(), true));
            access.add(folder(cell.to(), cell.to().path(), false));
            // Beside the target folder stand the stage and the list of what was brought.
            String beside = cell.to().path().substring(0, cell.to().path().lastIndexOf('/'));
            access.add(folder(cell.to(), beside.isEmpty() ? "/" : beside, true));
        }
        return access;
    }

    private static Access folder(Inventory.CellFolder cell, String path, boolean writes) {
        return new Access.Folder(
                cell.host(),
                path,
                writes,
                writes ? Set.of(Access.Phase.APPLY, Access.Phase.ROLLBACK) : Access.Phase.ALL);
    }
}
