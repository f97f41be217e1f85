package gotthard.files;

import gotthard.action.Access;
import gotthard.action.Context;
import gotthard.action.Failure;
import gotthard.action.Unreachable;
import gotthard.inventory.Inventory;
import gotthard.ssh.HostConnector;
import gotthard.ssh.Ran;
import gotthard.transfer.Held;
import gotthard.transfer.Item;
import gotthard.transfer.Manifest;
import gotthard.transfer.PathList;
import gotthard.transfer.RelativePath;
import gotthard.transfer.Sha256;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// The files and links in a folder of a host, for steps that read them there or delete them. Folders count for nothing.
public final class HostFiles {
    private final RemoteFolder folder;
    private final KeptMark mark;

    private HostFiles(RemoteFolder folder, KeptMark mark) {
        this.folder = folder;
        this.mark = mark;
    }

    /// Opens the host.
    ///
    /// @param mark what the mark of the step is called beside the folder: `europe.files`
    public static HostFiles of(Context context, Inventory.CellFolder at, String mark)
            throws Unreachable, InterruptedException {
        var host = context.open(new HostConnector(), at.host());
        String beside = at.path().substring(0, at.path().lastIndexOf('/'));
        var marks =
                new RemoteFolder(host, beside + "/.gotthard-" + context.key().brief() + "/" + mark);
        return new HostFiles(
                new RemoteFolder(host, at.path()), new KeptMark(marks, context.fence()));
    }

    /// What is needed to read the files of a folder.
    public static Set<Access> reading(Inventory.CellFolder at) {
        return ClearingTools.reading(at);
    }

    /// What is needed to delete the files of a folder.
    public static Set<Access> clearing(Inventory.CellFolder at) {
        return ClearingTools.clearing(at);
    }

    /// For people.
    public String shown() {
        return folder.shown();
    }

    /// A file, for people.
    public String shown(RelativePath path) {
        return folder.shown(path);
    }

    /// What the step keeps beside the folder.
    public KeptMark mark() {
        return mark;
    }

    /// Whether the folder is there.
    public boolean isThere() throws Unreachable, InterruptedException {
        return folder.host().run(List.of("test", "-d", folder.path())).isGood();
    }

    /// The folder without links on the way; as it is written where it is not there.
    public String real() throws Unreachable, InterruptedException {
        Ran ran = folder.host().run(List.of("sh", "-c", ClearingScripts.REAL, "sh", folder.path()));
        return ran.isGood() ? ran.output() : folder.path();
    }

    /// Sizes by path; nothing where the folder is not there.
    public NavigableMap<RelativePath, Long> list() throws Unreachable, InterruptedException {
        var sizes = new TreeMap<RelativePath, Long>();
        look(folder::list).leaves().forEach(item -> sizes.put(item.path(), size(item)));
        return sizes;
    }

    /// What a list names.
    ///
    /// @param list absolute, on this host
    public NavigableSet<RelativePath> names(String list) throws Unreachable, InterruptedException {
        var file = new RemoteFolder(folder.host(), list);
        Optional<NavigableSet<RelativePath>> names = look(() -> file.show(list, PathList::read));
        return names.orElseThrow(
                () ->
                        new Unreachable(
                                Failure.refused(
                                        "there is no list at " + file.shown(),
                                        "put it there, or correct \"list\" of the data type in the inventory")));
    }

    /// Reads files from beginning to end at the host; what is not there, or can't be read, is left out. A link is read as its target.
    public SortedMap<RelativePath, Held> read(Collection<RelativePath> paths)
            throws Unreachable, InterruptedException {
        if (paths.isEmpty()) {
            return new TreeMap<>();
        }
        return look(
                () -> {
                    Manifest all = folder.list();
                    List<Item> items =
                            paths.stream()
                                    .sorted()
                                    .flatMap(path -> all.at(path).stream())
                                    .filter(item -> !(item instanceof Item.Folder))
                                    .toList();
                    return read(items);
                });
    }

    private SortedMap<RelativePath, Held> read(List<Item> items)
            throws Halt, Unreachable, InterruptedException {
        Map<RelativePath, Stand> stands = Stand.of(folder, items);
        List<Item.RegularFile> files =
                items.stream()
                        .filter(Item.RegularFile.class::isInstance)
                        .map(Item.RegularFile.class::cast)
                        .toList();
        Map<RelativePath, Sha256> digests = files.isEmpty() ? Map.of() : folder.digests(files);
        var held = new TreeMap<RelativePath, Held>();
        for (Item item : items) {
            Sha256 content = item instanceof Item.Link link ? of(link) : digests.get(item.path());
            Stand stand = stands.get(item.path());
            if (content != null && stand != null) {
                held.put(item.path(), new Held(size(item), content, stand.state()));
            }
        }
        return held;
    }

    /// Deletes files that still stand as they were read.
    ///
    /// @return those that do not, and stay
    public List<RelativePath> delete(List<Map.Entry<RelativePath, Held>> files)
            throws Unreachable, InterruptedException {
        var input = new WordsOut();
        for (int i = 0; i < files.size(); i++) {
            input.word(Integer.toString(i).getBytes(StandardCharsets.US_ASCII));
            input.word(files.get(i).getValue().state().getBytes(StandardCharsets.UTF_8));
            input.word(dotted(files.get(i).getKey()));
        }
        Ran ran =
                look(
                        () ->
                                folder.change(
                                        mark.claim(),
                                        ClearingScripts.DELETE,
                                        List.of(),
                                        new ByteArrayInputStream(input.bytes())));
        return ran.output()
                .lines()
                .map(number -> files.get(Integer.parseInt(number.strip())).getKey())
                .toList();
    }

    /// Removes folders that are empty.
    ///
    /// @param around only those that these were in; all of them where it is empty
    public void removeEmptyFolders(Optional<Collection<RelativePath>> around)
            throws Unreachable, InterruptedException {
        look(
                () -> {
                    Set<RelativePath> wanted = new TreeSet<>();
                    around.ifPresent(paths -> paths.forEach(path -> addOuter(path, wanted)));
                    List<Item> folders = new ArrayList<>();
                    for (Item.Folder one : folder.list().folders().reversed()) {
                        if (around.isEmpty() || wanted.contains(one.path())) {
                            folders.add(one);
                        }
                    }
                    return folders.isEmpty()
                            ? Optional.<Ran>empty()
                            : Optional.of(
                                    folder.change(mark.claim(), Scripts.TIDY, List.of(), folders));
                });
    }

    /// Which of these files have content that has other names, too, in words.
    public List<String> otherNames(Collection<RelativePath> paths)
            throws Unreachable, InterruptedException {
        return look(
                () -> {
                    Manifest all = folder.list();
                    List<Item> items =
                            paths.stream().flatMap(path -> all.at(path).stream()).toList();
                    return Stand.otherNames(folder, Stand.of(folder, items));
                });
    }

    /// What can be seen from here of snapshots of the file system and of marks of other runs, in words.
    public List<String> remains() throws Unreachable, InterruptedException {
        return look(
                () ->
                        folder.run(ClearingScripts.SNAPSHOTS, List.of(mark.key()), List.of())
                                .output()
                                .lines()
                                .map(line -> folder.host().name() + ": " + line)
                                .toList());
    }

    private static void addOuter(RelativePath path, Set<RelativePath> folders) {
        for (var outer = path.parent(); outer.isPresent(); outer = outer.get().parent()) {
            folders.add(outer.get());
        }
    }

    static byte[] dotted(RelativePath path) {
        byte[] bytes = path.bytes();
        var dotted = new byte[bytes.length + 2];
        dotted[0] = '.';
        dotted[1] = '/';
        System.arraycopy(bytes, 0, dotted, 2, bytes.length);
        return dotted;
    }

    private static long size(Item item) {
        return item instanceof Item.RegularFile file ? file.size() : 0;
    }

    private static Sha256 of(Item.Link link) {
        var digest = Sha256.begin();
        digest.update(("link to " + link.target()).getBytes(StandardCharsets.UTF_8));
        return Sha256.end(digest);
    }

    static <T> T look(Together.Task<T> task) throws Unreachable, InterruptedException {
        try {
            return task.call();
        } catch (Halt halt) {
            throw new Unreachable(halt.failure());
        }
    }
}
