package gotthard.files;

import gotthard.action.Context;
import gotthard.action.Failure;
import gotthard.action.Unreachable;
import gotthard.transfer.Amounts;
import gotthard.transfer.Deviation;
import gotthard.transfer.Digested;
import gotthard.transfer.Item;
import gotthard.transfer.Manifest;
import gotthard.transfer.Refused;
import gotthard.transfer.RelativePath;
import gotthard.transfer.Sha256;
import gotthard.transfer.Shares;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/// Brings what is missing of one cell: streams it into the stage, reads it back there, and only then moves it into place.
record Arrival(Copying copying, Check check) {
    private static final int STREAMS = 4;

    /// What was brought.
    record Brought(long files, long bytes) {}

    /// As it stands now: a cell that shares its folder may have brought meanwhile what this one has, too.
    Arrival fresh() throws Halt, Unreachable, InterruptedException {
        return copying.cell().list().isEmpty()
                ? this
                : new Arrival(copying, Check.of(copying, Level.FULL));
    }

    /// How many bytes are to be sent.
    long bytesToSend() {
        return bytes(toSend());
    }

    Brought bring(Context context, LongConsumer moved)
            throws Halt, Unreachable, InterruptedException {
        refuseForeign();
        if (isNothing()) {
            if (copying.isMarked()) {
                copying.begin();
                setModes(check.sides().brought());
                forgetStage();
            }
            return new Brought(0, 0);
        }
        return place(receive(context, moved));
    }

    /// Whether nothing is wanted.
    boolean isNothing() {
        return wanted().isEmpty() && folders().isEmpty();
    }

    /// Brings what is wanted into the stage.
    ///
    /// @return the digests of what left the source
    Map<RelativePath, Sha256> receive(Context context, LongConsumer moved)
            throws Halt, Unreachable, InterruptedException {
        room().check(bytesToSend());
        copying.begin();
        String turn =
                copying.target()
                        .change(
                                copying.claim(),
                                Scripts.PREPARE,
                                List.of(copying.stage().path()),
                                folders())
                        .output();
        Map<RelativePath, Sha256> digests = send(turn, context, moved);
        digests.putAll(copying.source().digests(files(staged())));
        return digests;
    }

    /// Gives what was received its final names.
    Brought place(Map<RelativePath, Sha256> digests)
            throws Halt, Unreachable, InterruptedException {
        List<Item> wanted = wanted();
        readBack(wanted, digests);
        removeReplaced(wanted);
        Digested all = keep(wanted, folders(), digests);
        place();
        setModes(all);
        forgetStage();
        return new Brought(wanted.size(), bytes(wanted));
    }

    /// What to tell when something foreign stands in the way.
    Failure foreign() {
        List<Deviation> foreign = check.foreign();
        return Failure.refused(
                "%s is there with other content, and is not overwritten%s"
                        .formatted(
                                copying.target().shown(foreign.getFirst().path()),
                                foreign.size() > 1
                                        ? " (and %,d more)".formatted(foreign.size() - 1)
                                        : ""),
                "find out whose it is; move it away, or leave this cell out");
    }

    private void refuseForeign() throws Halt {
        if (!check.foreign().isEmpty()) {
            throw new Halt(foreign());
        }
    }

    /// Files and links that the target lacks, or has from this run with another mode or time.
    List<Item> wanted() {
        Set<RelativePath> paths =
                check.deviations().stream()
                        .map(Deviation::path)
                        .collect(Collectors.toCollection(HashSet::new));
        return check.sides().source().leaves().stream()
                .filter(item -> paths.contains(item.path()))
                .toList();
    }

    /// Those that the target lacks, or has from this run with another mode.
    private List<Item.Folder> folders() {
        Manifest brought = check.sides().brought().manifest();
        Manifest target = check.sides().target();
        return check.sides().source().folders().stream()
                .filter(
                        folder ->
                                target.at(folder.path()).isEmpty()
                                        || (!target.at(folder.path()).equals(Optional.of(folder))
                                                && brought.at(folder.path()).isPresent()))
                .toList();
    }

    /// What an attempt before this one has received in full: `tar` sets the time when a file is complete.
    private List<Item> staged() {
        return wanted().stream().filter(this::isStaged).toList();
    }

    private List<Item> toSend() {
        return wanted().stream().filter(item -> !isStaged(item)).toList();
    }

    private boolean isStaged(Item item) {
        return check.sides().stage().at(item.path()).filter(item::equals).isPresent();
    }

    private Map<RelativePath, Sha256> send(String turn, Context context, LongConsumer moved)
            throws Halt, Unreachable, InterruptedException {
        var digests = new TreeMap<RelativePath, Sha256>();
        var streams =
                Shares.of(toSend(), STREAMS).stream()
                        .map(share -> new Stream(copying, turn, share, context, moved))
                        .map(stream -> (Together.Task<Map<RelativePath, Sha256>>) stream::carry)
                        .toList();
        try {
            Together.all(streams).forEach(digests::putAll);
            return digests;
        } catch (Halt halt) {
            throw halt.failure().what().contains(" has no space left")
                    ? room().full(halt, wanted())
                    : halt;
        }
    }

    /// Compares what lies on the target's disk with what left the source, and makes it durable meanwhile.
    private void readBack(List<Item> wanted, Map<RelativePath, Sha256> sent)
            throws Halt, Unreachable, InterruptedException {
        List<Item.RegularFile> files = files(wanted);
        List<Map<RelativePath, Sha256>> both =
                Together.all(
                        List.of(
                                () -> copying.stage().digests(files),
                                () -> {
                                    copying.stage().run(Scripts.FLUSH, List.of(), List.of());
                                    return Map.<RelativePath, Sha256>of();
                                }));
        Map<RelativePath, Sha256> arrived = both.getFirst();
        List<Item.RegularFile> altered =
                files.stream()
                        .filter(
                                file ->
                                        !String.valueOf(sent.get(file.path()))
                                                .equals(String.valueOf(arrived.get(file.path()))))
                        .toList();
        if (!altered.isEmpty()) {
            copying.stage().change(copying.claim(), Scripts.REMOVE, List.of(), altered);
            throw Halt.altered(
                    "%,d of %s arrived altered at %s, first %s, and got no final name"
                            .formatted(
                                    altered.size(),
                                    Amounts.files(files.size()),
                                    copying.target().shown(),
                                    altered.getFirst().path()),
                    "check disk and memory of the target and what stands between; retry sends only these again");
        }
    }

    private Digested keep(
            List<Item> wanted, List<Item.Folder> folders, Map<RelativePath, Sha256> digests)
            throws Halt, Unreachable, InterruptedException {
        try {
            var items = new ArrayList<Item>(wanted);
            items.addAll(folders);
            digests.keySet().retainAll(wanted.stream().map(Item::path).collect(Collectors.toSet()));
            Digested all = check.sides().brought().and(new Digested(Manifest.of(items), digests));
            copying.keep(copying.broughtFile(), all);
            return all;
        } catch (Refused refused) {
            throw Complaints.of(copying.source(), refused);
        }
    }

    /// Before the list says what takes its place: whoever finds it gone knows that nothing else was there.
    private void removeReplaced(List<Item> wanted) throws Halt, Unreachable, InterruptedException {
        List<Item> replaced =
                wanted.stream()
                        .filter(item -> check.sides().target().at(item.path()).isPresent())
                        .toList();
        if (!replaced.isEmpty()) {
            copying.target().change(copying.claim(), Scripts.REMOVE, List.of(), replaced);
        }
    }

    private void place() throws Halt, Unreachable, InterruptedException {
        String left =
                copying.stage()
                        .change(
                                copying.claim(),
                                Scripts.PLACE,
                                List.of(copying.target().path()),
                                List.of())
                        .output();
        if (!left.isEmpty()) {
            throw Halt.refused(
                    "somebody else made files at %s meanwhile, which are not overwritten"
                            .formatted(copying.target().shown()),
                    "find out who writes there, then retry");
        }
    }

    private void setModes(Digested all) throws Halt, Unreachable, InterruptedException {
        Map<Integer, List<Item.Folder>> byMode =
                all.manifest().folders().stream()
                        .collect(
                                Collectors.groupingBy(
                                        Item.Folder::mode, TreeMap::new, Collectors.toList()));
        for (var mode : byMode.entrySet()) {
            copying.target()
                    .change(
                            copying.claim(),
                            Scripts.MODE,
                            List.of(Integer.toOctalString(mode.getKey())),
                            mode.getValue());
        }
    }

    private void forgetStage() throws Halt, Unreachable, InterruptedException {
        copying.stage().change(copying.claim(), Scripts.FORGET, List.of(), List.of());
    }

    private Room room() {
        return new Room(copying);
    }

    private static List<Item.RegularFile> files(List<Item> items) {
        return items.stream()
                .filter(Item.RegularFile.class::isInstance)
                .map(Item.RegularFile.class::cast)
                .toList();
    }

    private static long bytes(List<Item> items) {
        return items.stream().mapToLong(Arrival::size).sum();
    }

    static long size(Item item) {
        return item instanceof Item.RegularFile file ? file.size() : 0;
    }
}
