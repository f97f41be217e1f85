package gotthard.transfer;

import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// What is below a folder, by path, without content. Nothing in it leads out of the folder.
public final class Manifest {
    /// Of a folder that is empty or not there.
    public static final Manifest EMPTY = new Manifest(Collections.emptyNavigableMap());

    private final NavigableMap<RelativePath, Item> items;

    private Manifest(NavigableMap<RelativePath, Item> items) {
        this.items = Collections.unmodifiableNavigableMap(items);
    }

    /// Items in any order.
    ///
    /// @throws Refused when two have one path, a link leads out, or a path leads through a link
    public static Manifest of(List<? extends Item> items) throws Refused {
        var sorted = new TreeMap<RelativePath, Item>();
        for (Item item : items) {
            if (sorted.put(item.path(), item) != null) {
                throw new Refused(
                        "the name " + item.path() + " is listed twice",
                        "look at the folder with ls -b");
            }
            if (item instanceof Item.Link link) {
                new LinkTarget(link.target()).checkFrom(link.path());
            }
        }
        checkWays(sorted);
        return new Manifest(sorted);
    }

    /// In the order of their paths.
    public List<Item> items() {
        return List.copyOf(items.values());
    }

    /// What is at a path.
    public Optional<Item> at(RelativePath path) {
        return Optional.ofNullable(items.get(path));
    }

    /// The regular files, in the order of their paths.
    public List<Item.RegularFile> files() {
        return only(Item.RegularFile.class);
    }

    /// The folders, outer ones first.
    public List<Item.Folder> folders() {
        return only(Item.Folder.class);
    }

    /// Files and links: all that is not a folder.
    public List<Item> leaves() {
        return items.values().stream().filter(item -> !(item instanceof Item.Folder)).toList();
    }

    /// The bytes of all files.
    public long bytes() {
        return files().stream().mapToLong(Item.RegularFile::size).sum();
    }

    private <T extends Item> List<T> only(Class<T> type) {
        return items.values().stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static void checkWays(NavigableMap<RelativePath, Item> items) throws Refused {
        for (RelativePath path : items.keySet()) {
            for (var outer = path.parent(); outer.isPresent(); outer = outer.get().parent()) {
                if (items.get(outer.get()) instanceof Item.Link) {
                    throw new Refused(
                            "the name " + path + " leads through the link " + outer.get(),
                            "find out who changes the folder now, and try again");
                }
            }
        }
    }
}
