package gotthard.objects;

import gotthard.action.Access;
import gotthard.action.Context;
import gotthard.action.Failure;
import gotthard.action.Unreachable;
import gotthard.inventory.EndpointName;
import gotthard.transfer.Held;
import gotthard.transfer.PathList;
import gotthard.transfer.Refused;
import gotthard.transfer.RelativePath;
import gotthard.world.CellId;

import java.io.ByteArrayInputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;

/// The objects below a folder of names in a bucket, for steps that read them there or delete them.
public final class BucketObjects {
    private final Side side;
    private final Mark mark;
    private final Turn turn;

    private BucketObjects(Side side, Mark mark, Turn turn) {
        this.side = side;
        this.mark = mark;
        this.turn = turn;
    }

    /// Opens the server.
    ///
    /// @param folder without a slash at either end; empty for the whole bucket
    /// @param cell after which the mark of the step is called
    public static BucketObjects of(
            Context context, EndpointName at, String bucket, String folder, CellId cell)
            throws Unreachable, InterruptedException {
        var server = context.open(new ObjectsConnector(), at);
        var shelf = new Shelf(at, bucket, folder);
        var mark = Mark.of(server, shelf, cell, context);
        return new BucketObjects(new Side(server, shelf, context), mark, new Turn(mark, context));
    }

    /// What is needed to read the objects of a folder.
    public static Set<Access> reading(EndpointName at, String bucket, String folder) {
        return ClearingRights.reading(new Shelf(at, bucket, folder));
    }

    /// What is needed to delete the objects of a folder.
    ///
    /// @param versions whether also their older versions
    public static Set<Access> clearing(
            EndpointName at, String bucket, String folder, boolean versions) {
        return ClearingRights.clearing(new Shelf(at, bucket, folder), versions);
    }

    /// For people.
    public String shown() {
        return side.shelf().shown();
    }

    /// An object, for people.
    public String shown(RelativePath path) {
        return side.shelf().shown(path);
    }

    /// What the step keeps in the bucket.
    public KeptMark mark() {
        return new KeptMark(mark);
    }

    /// Sizes by path, without the marks of this tool.
    public NavigableMap<RelativePath, Long> list() throws Unreachable, InterruptedException {
        var sizes = new TreeMap<RelativePath, Long>();
        Workroom.use(
                _ -> {
                    side.server()
                            .each(
                                    bucket(),
                                    side.shelf().prefix(),
                                    false,
                                    one -> {
                                        if (!Mark.isOne(one.name())) {
                                            sizes.put(side.shelf().path(one.name()), one.size());
                                        }
                                    });
                    return sizes;
                });
        return sizes;
    }

    /// What a list names.
    ///
    /// @param list its name in the bucket
    public NavigableSet<RelativePath> names(String list) throws Unreachable, InterruptedException {
        String shown = side.shelf().server() + ":" + bucket() + "/" + list;
        Body body =
                side.server()
                        .read(bucket(), list, Piece.WHOLE)
                        .orElseThrow(
                                () ->
                                        new Unreachable(
                                                Failure.refused(
                                                        "there is no list at " + shown,
                                                        "put it there, or correct \"list\" of the data type in the inventory")));
        return Workroom.use(
                _ -> {
                    try {
                        return PathList.read(new ByteArrayInputStream(body.bytes()));
                    } catch (Refused refused) {
                        throw new Refused(
                                "in %s, %s".formatted(shown, refused.what()), refused.next());
                    }
                });
    }

    /// Which of these objects have a tag.
    public NavigableSet<RelativePath> tagged(
            Collection<RelativePath> paths, String key, String value)
            throws Unreachable, InterruptedException {
        var tagged = new ConcurrentSkipListSet<RelativePath>();
        each(
                paths,
                path -> {
                    if (value.equals(
                            side.server().tags(bucket(), side.shelf().name(path), "").get(key))) {
                        tagged.add(path);
                    }
                });
        return tagged;
    }

    /// Reads objects from beginning to end; what is not there is left out.
    public SortedMap<RelativePath, Held> read(Collection<RelativePath> paths)
            throws Unreachable, InterruptedException {
        if (paths.isEmpty()) {
            return new TreeMap<>();
        }
        Map<RelativePath, Long> sizes = list();
        var held = new ConcurrentSkipListMap<RelativePath, Held>();
        each(
                paths.stream().filter(sizes::containsKey).toList(),
                path -> {
                    long size = sizes.getOrDefault(path, 0L);
                    side.read(path, size)
                            .ifPresent(
                                    seen ->
                                            held.put(
                                                    path,
                                                    new Held(
                                                            size,
                                                            seen.content(),
                                                            state(seen.head()))));
                });
        return held;
    }

    /// Deletes objects that are still those that were read. Where the bucket keeps versions, they become older ones.
    ///
    /// @return those that are not, and stay
    public List<RelativePath> delete(List<Map.Entry<RelativePath, Held>> objects)
            throws Unreachable, InterruptedException {
        var left = new ConcurrentSkipListSet<RelativePath>();
        each(
                objects,
                one -> {
                    turn.check();
                    String name = side.shelf().name(one.getKey());
                    var head = side.head(one.getKey());
                    if (head.isPresent()
                            && (!state(head.get()).equals(one.getValue().state())
                                    || !side.server()
                                            .deleteOnly(bucket(), name, head.get().tag()))) {
                        left.add(one.getKey());
                    }
                });
        return List.copyOf(left);
    }

    /// Whether the bucket keeps what is deleted.
    public boolean keepsVersions() throws Unreachable, InterruptedException {
        return side.server().keepsVersions(bucket());
    }

    /// Deletes all older versions of these objects, and what says that they are deleted. What is current stays.
    ///
    /// @return how many
    public long deleteVersions(Collection<RelativePath> paths)
            throws Unreachable, InterruptedException {
        return new Remains(side).deleteVersions(new TreeSet<>(paths), turn);
    }

    /// What deleting these objects leaves where this program does not reach, in words.
    public List<String> unreached(Collection<RelativePath> paths)
            throws Unreachable, InterruptedException {
        return new Remains(side).lines(new TreeSet<>(paths));
    }

    private String bucket() {
        return side.shelf().bucket();
    }

    private static String state(Head head) {
        return head.size() + " " + head.tag() + " " + head.version();
    }

    @FunctionalInterface
    private interface Doing<T> {
        void to(T one) throws Unreachable, InterruptedException;
    }

    private static <T> void each(Collection<T> all, Doing<T> doing)
            throws Unreachable, InterruptedException {
        Workroom.use(
                _ -> {
                    try (var hands = new Hands(Copying.HANDS)) {
                        for (T one : all) {
                            hands.give(() -> doing.to(one));
                        }
                        hands.finish();
                    }
                    return all;
                });
    }
}
