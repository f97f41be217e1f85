package gotthard.clearing;

import gotthard.action.Failure;
import gotthard.action.Notes;
import gotthard.action.Unreachable;
import gotthard.transfer.Digested;
import gotthard.transfer.Held;
import gotthard.transfer.Item;
import gotthard.transfer.Manifest;
import gotthard.transfer.Refused;
import gotthard.transfer.RelativePath;
import gotthard.transfer.Sha256;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// What a key has decided to delete, with what it was read as. It is kept at the site until it is collected, since it holds names.
record Decided(NavigableMap<RelativePath, One> all) {
    /// One file.
    record One(long size, Sha256 content) {}

    private static final String LIST = "decided";
    private static final String TOLD = "told";

    Decided {
        all = Collections.unmodifiableNavigableMap(new TreeMap<>(all));
    }

    /// What was decided before; nothing where there is no mark.
    static Decided read(Notes notes) throws Unreachable, InterruptedException {
        Optional<byte[]> written = notes.read(LIST);
        var all = new TreeMap<RelativePath, One>();
        if (written.isEmpty()) {
            return new Decided(all);
        }
        try {
            Digested read = Digested.read(new ByteArrayInputStream(written.get()));
            for (Item.RegularFile file : read.manifest().files()) {
                Sha256 content = read.digests().get(file.path());
                if (content != null) {
                    all.put(file.path(), new One(file.size(), content));
                }
            }
            return new Decided(all);
        } catch (IOException | Refused _) {
            throw new Unreachable(
                    Failure.refused(
                            "what this step decided to delete can't be read at " + notes.shown(),
                            "find out who changed it; removing it lets the step decide anew"));
        }
    }

    /// This and what was read now.
    Decided and(Map<RelativePath, Held> more) {
        var both = new TreeMap<>(all);
        more.forEach((path, held) -> both.put(path, new One(held.size(), held.content())));
        return new Decided(both);
    }

    void keep(Notes notes) throws Unreachable, InterruptedException {
        var items = new ArrayList<Item>();
        var digests = new TreeMap<RelativePath, Sha256>();
        all.forEach(
                (path, one) -> {
                    items.add(new Item.RegularFile(path, one.size(), 0, 0));
                    digests.put(path, one.content());
                });
        try {
            notes.keep(LIST, new Digested(Manifest.of(items), digests).bytes());
        } catch (Refused refused) {
            throw new Unreachable(Failure.refused(refused.what(), refused.next()));
        }
    }

    long bytes() {
        return all.values().stream().mapToLong(One::size).sum();
    }

    /// Lines that were kept for the evidence.
    static List<String> told(Notes notes) throws Unreachable, InterruptedException {
        return notes.read(TOLD)
                .map(text -> new String(text, StandardCharsets.UTF_8).lines().toList())
                .orElse(List.of());
    }

    /// Keeps lines for the evidence beside those that are kept.
    static void tell(Notes notes, List<String> lines) throws Unreachable, InterruptedException {
        Set<String> all = new LinkedHashSet<>(told(notes));
        if (all.addAll(lines)) {
            notes.keep(TOLD, (String.join("\n", all) + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }
}
