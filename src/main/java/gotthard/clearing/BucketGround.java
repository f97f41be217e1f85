package gotthard.clearing;

import gotthard.action.Context;
import gotthard.action.Notes;
import gotthard.action.Unreachable;
import gotthard.inventory.CellPlace;
import gotthard.inventory.Selection;
import gotthard.inventory.Store;
import gotthard.objects.BucketObjects;
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

/// A folder of names in a bucket.
record BucketGround(String folder, BucketObjects objects) implements Ground {
    static BucketGround of(Context context, CellId cell, Store.InBucket store, CellPlace place)
            throws Unreachable, InterruptedException {
        return new BucketGround(
                place.folder(),
                BucketObjects.of(context, store.endpoint(), store.bucket(), place.folder(), cell));
    }

    @Override
    public String shown() {
        return objects.shown();
    }

    @Override
    public String shown(RelativePath path) {
        return objects.shown(path);
    }

    @Override
    public boolean isThere() {
        return true;
    }

    @Override
    public String root() {
        return folder.isEmpty() ? "" : folder + "/";
    }

    @Override
    public String root(Selection.Listed list) {
        return list.path();
    }

    @Override
    public NavigableMap<RelativePath, Long> list() throws Unreachable, InterruptedException {
        return objects.list();
    }

    @Override
    public NavigableSet<RelativePath> names(Selection.Listed list)
            throws Unreachable, InterruptedException {
        return objects.names(list.path());
    }

    @Override
    public NavigableSet<RelativePath> tagged(Collection<RelativePath> paths, Selection.Tagged tag)
            throws Unreachable, InterruptedException {
        return objects.tagged(paths, tag.key(), tag.value());
    }

    @Override
    public SortedMap<RelativePath, Held> read(Collection<RelativePath> paths)
            throws Unreachable, InterruptedException {
        return objects.read(paths);
    }

    @Override
    public List<RelativePath> delete(List<Map.Entry<RelativePath, Held>> all)
            throws Unreachable, InterruptedException {
        return objects.delete(all);
    }

    /// A bucket has no folders.
    @Override
    public void tidy(Optional<Collection<RelativePath>> around) {}

    @Override
    public long deleteVersions(Collection<RelativePath> paths)
            throws Unreachable, InterruptedException {
        return objects.keepsVersions() ? objects.deleteVersions(paths) : 0;
    }

    @Override
    public List<String> unreached(Collection<RelativePath> paths)
            throws Unreachable, InterruptedException {
        return objects.unreached(paths);
    }

    /// An object has one name.
    @Override
    public List<String> otherNames(Collection<RelativePath> paths) {
        return List.of();
    }

    @Override
    public Notes notes() {
        return objects.mark();
    }
}
