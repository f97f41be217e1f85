package gotthard.clearing;

import gotthard.action.Context;
import gotthard.action.Notes;
import gotthard.action.Unreachable;
import gotthard.files.HostFiles;
import gotthard.inventory.CellPlace;
import gotthard.inventory.Inventory;
import gotthard.inventory.Selection;
import gotthard.inventory.Store;
import gotthard.transfer.Held;
import gotthard.transfer.RelativePath;
import gotthard.world.CellId;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;

/// A folder of a host.
record HostGround(Context context, Store.OnHost store, HostFiles files) implements Ground {
    static HostGround of(Context context, CellId cell, Store.OnHost store, CellPlace place)
            throws Unreachable, InterruptedException {
        return new HostGround(
                context,
                store,
                HostFiles.of(context, folder(store, place), cell.region() + "." + cell.data()));
    }

    static Inventory.CellFolder folder(Store.OnHost store, CellPlace place) {
        return new Inventory.CellFolder(store.endpoint(), store.path() + "/" + place.folder());
    }

    @Override
    public String shown() {
        return files.shown();
    }

    @Override
    public String shown(RelativePath path) {
        return files.shown(path);
    }

    @Override
    public boolean isThere() throws Unreachable, InterruptedException {
        return files.isThere();
    }

    @Override
    public String root() throws Unreachable, InterruptedException {
        return files.real() + "/";
    }

    @Override
    public String root(Selection.Listed list) throws Unreachable, InterruptedException {
        String path = store.path() + "/" + list.path();
        int slash = path.lastIndexOf('/');
        var folder = new Inventory.CellFolder(store.endpoint(), path.substring(0, slash));
        return HostFiles.of(context, folder, "list").real() + path.substring(slash);
    }

    @Override
    public NavigableMap<RelativePath, Long> list() throws Unreachable, InterruptedException {
        return files.list();
    }

    @Override
    public NavigableSet<RelativePath> names(Selection.Listed list)
            throws Unreachable, InterruptedException {
        return files.names(store.path() + "/" + list.path());
    }

    @Override
    public NavigableSet<RelativePath> tagged(Collection<RelativePath> paths, Selection.Tagged tag) {
        throw new IllegalStateException("tags on a host: " + tag);
    }

    @Override
    public SortedMap<RelativePath, Held> read(Collection<RelativePath> paths)
            throws Unreachable, InterruptedException {
        return files.read(paths);
    }

    @Override
    public List<RelativePath> delete(List<Map.Entry<RelativePath, Held>> all)
            throws Unreachable, InterruptedException {
        return files.delete(all);
    }

    @Override
    public void tidy(Optional<Collection<RelativePath>> around)
            throws Unreachable, InterruptedException {
        files.removeEmptyFolders(around);
    }

    @Override
    public long deleteVersions(Collection<RelativePath> paths) {
        return 0;
    }

    @Override
    public List<String> unreached(Collection<RelativePath> paths)
            throws Unreachable, InterruptedException {
        return files.remains();
    }

    @Override
    public List<String> otherNames(Collection<RelativePath> paths)
            throws Unreachable, InterruptedException {
        return files.otherNames(paths);
    }

    @Override
    public Notes notes() {
        return files.mark();
    }
}
