package gotthard.files;

import gotthard.action.Access;
import gotthard.action.Access.Phase;
import gotthard.inventory.Inventory;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What reading and deleting the files of a folder needs.
final class ClearingTools {
    private static final List<String> DELETING =
            List.of("rm", "rmdir", "mkdir", "wc", "sync", "mv");

    private ClearingTools() {}

    static Set<Access> reading(Inventory.CellFolder at) {
        var access = new HashSet<Access>(Tools.looking(at.host()));
        access.add(new Access.Folder(at.host(), at.path(), false, Phase.ALL));
        return access;
    }

    static Set<Access> clearing(Inventory.CellFolder at) {
        Set<Access> access = reading(at);
        Set<Phase> applying = Set.of(Phase.APPLY);
        access.add(new Access.Program(at.host(), List.of("cat"), Phase.ALL));
        DELETING.forEach(
                program -> access.add(new Access.Program(at.host(), List.of(program), applying)));
        access.add(new Access.Folder(at.host(), at.path(), true, applying));
        String beside = at.path().substring(0, at.path().lastIndexOf('/'));
        access.add(new Access.Folder(at.host(), beside.isEmpty() ? "/" : beside, true, applying));
        return access;
    }
}
