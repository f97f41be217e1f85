package gotthard.transfer.stream;

import gotthard.transfer.Refused;
import gotthard.transfer.manifest.Aspect;
import gotthard.transfer.manifest.Content;
import gotthard.transfer.manifest.Entries;
import gotthard.transfer.manifest.Entry;
import gotthard.transfer.manifest.ListedEntries;
import gotthard.transfer.manifest.ManifestReader;
import gotthard.transfer.manifest.Pairs;
import gotthard.transfer.tree.Owners;
import gotthard.transfer.tree.Reach;
import gotthard.transfer.tree.Stage;
import gotthard.transfer.tree.Tree;
import gotthard.transfer.wire.Frame;
import gotthard.transfer.wire.Packer;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Hears the source's manifest, and says what the target lacks: folders and links are made at once, files are asked for.
final class Wanting {
    private final Wire wire;
    private final Target target;
    private final Stage stage;
    private final Log log;
    private final Orders orders;
    private final Ledger ledger;
    private final Manner manner;
    private final Books books;
    private final List<Frame.Wish> wishes = new ArrayList<>();
    private long number;
    private long wanted;
    private boolean changed;
    private Optional<Entry> found = Optional.empty();

    Wanting(
            Wire wire,
            Target target,
            Stage stage,
            Log log,
            Orders orders,
            Ledger ledger,
            Manner manner) {
        this.wire = wire;
        this.target = target;
        this.stage = stage;
        this.log = log;
        this.orders = orders;
        this.ledger = ledger;
        this.manner = manner;
        this.books = new Books(stage);
    }

    /// To the end of the manifest.
    void run() throws IOException, Refused, InterruptedException {
        try (var packer = new Packer();
                var reach = target.tree().reach();
                var placed = placed();
                var now = ManifestReader.open(Files.newInputStream(books.now()))) {
            found = now.next();
            ledger.hearing(wire)
                    .run(
                            books.source(),
                            entries -> {
                                var standing = new ArrayList<Optional<Entry>>();
                                for (Entry entry : entries) {
                                    standing.add(standing(entry, now));
                                }
                                announce(entries, standing);
                                for (int i = 0; i < entries.size(); i++) {
                                    want(entries.get(i), standing.get(i), placed, reach, packer);
                                    number++;
                                }
                                flush(packer);
                            });
            for (; found.isPresent(); found = now.next()) {
                extra(found.get());
            }
            wire.send(packer, new Frame.WantedAll(wanted));
        }
    }

    /// Gives folders their metadata, now that nothing is put into them any more.
    void settle() throws IOException, Refused {
        if (!changed) {
            return;
        }
        try (var reach = target.tree().reach();
                var pairs =
                        new Pairs(
                                ManifestReader.open(Files.newInputStream(books.source())),
                                settled())) {
            for (var next = pairs.next(); next.isPresent(); next = pairs.next()) {
                Optional<Entry> folder =
                        next.get()
                                .wanted()
                                .filter(entry -> entry.content() instanceof Content.Folder);
                if (folder.isPresent() && next.get().found().isEmpty()) {
                    attempt(folder.get(), entry -> stage.settle(reach, entry));
                }
            }
            target.tree().force();
        }
    }

    /// What keeps its metadata.
    private Entries settled() throws IOException, Refused {
        return switch (target.folder()) {
            case OWN, SHARED -> new ListedEntries(List.of());
            case MERGED -> ManifestReader.open(Files.newInputStream(books.before()));
        };
    }

    /// Logs the folders and links that are to be made.
    private void announce(List<Entry> entries, List<Optional<Entry>> standing) throws IOException {
        var made = new ArrayList<Entry>();
        for (int i = 0; i < entries.size(); i++) {
            if (standing.get(i).isEmpty() && !Sizes.isFile(entries.get(i))) {
                made.add(entries.get(i));
            }
        }
        log.add(made);
    }

    private Optional<Entry> standing(Entry entry, ManifestReader now) throws IOException, Refused {
        while (found.isPresent() && found.get().path().compareTo(entry.path()) < 0) {
            extra(found.get());
            found = now.next();
        }
        Optional<Entry> standing = found.filter(other -> other.path().equals(entry.path()));
        if (standing.isPresent()) {
            found = now.next();
        }
        return standing;
    }

    private void extra(Entry entry) {
        if (target.folder() == Target.Folder.OWN && target.part().isFirstFor(entry.path())) {
            ledger.extra();
        }
    }

    private void want(
            Entry entry, Optional<Entry> standing, Placed placed, Reach reach, Packer packer)
            throws IOException, Refused, InterruptedException {
        if (standing.isPresent()) {
            Set<Aspect> aspects = Aspect.between(entry, standing.get());
            if (!aspects.isEmpty()) {
                change(entry, standing.get(), aspects, placed, reach, packer);
            }
            return;
        }
        changed = true;
        switch (entry.content()) {
            case Content.Folder() ->
                    attempt(entry, folder -> stage.makeFolder(reach, folder.path()));
            case Content.Link link -> attempt(entry, made -> stage.makeLink(reach, made, link));
            case Content.Unread _, Content.Hashed _ -> order(entry, standing, packer);
        }
    }

    private void change(
            Entry entry,
            Entry standing,
            Set<Aspect> aspects,
            Placed placed,
            Reach reach,
            Packer packer)
            throws IOException, Refused, InterruptedException {
        boolean isMerged = target.folder() == Target.Folder.MERGED;
        if (aspects.contains(Aspect.KIND)
                || aspects.contains(Aspect.TARGET)
                || (isMerged && aspects.contains(Aspect.SIZE))) {
            ledger.failed(entry.path(), stays());
        } else if (isMerged) {
            return;
        } else if (entry.content() instanceof Content.Folder) {
            changed = true;
        } else if (Sizes.isFile(entry)) {
            if (aspects.contains(Aspect.SIZE)
                    || aspects.contains(Aspect.CONTENT)
                    || aspects.contains(Aspect.MODIFIED)) {
                replace(entry, standing, placed, packer);
            } else if (aspects.contains(Aspect.MODE) || manner.owners() == Owners.KEPT) {
                attempt(entry, file -> stage.settle(reach, file));
            }
        }
    }

    private void replace(Entry entry, Entry standing, Placed placed, Packer packer)
            throws IOException, Refused, InterruptedException {
        boolean isReplaced =
                switch (manner.standing()) {
                    case STAYS -> false;
                    case OWN_REPLACED -> placed.has(standing);
                    case REPLACED -> true;
                };
        if (isReplaced) {
            changed = true;
            order(entry, Optional.of(standing), packer);
        } else {
            ledger.failed(entry.path(), stays());
        }
    }

    private Placed placed() throws IOException, Refused {
        return manner.standing() == Manner.Standing.OWN_REPLACED
                ? books.placed()
                : new Placed(List.of());
    }

    private void order(Entry entry, Optional<Entry> standing, Packer packer)
            throws IOException, Refused, InterruptedException {
        if (orders.areMany()) {
            flush(packer);
        }
        orders.add(number, entry, standing);
        wishes.add(new Frame.Wish(number, kept(entry)));
        ledger.wanted(Sizes.of(entry));
        wanted++;
    }

    private BitSet kept(Entry entry) throws IOException {
        if (Sizes.of(entry) <= Frame.BLOCK) {
            return new BitSet();
        }
        try (var partial = stage.partial(entry, Frame.CHUNK)) {
            return partial.kept();
        }
    }

    private void flush(Packer packer) throws IOException, InterruptedException {
        if (!wishes.isEmpty()) {
            wire.send(packer, new Frame.Wanted(wishes));
            wishes.clear();
        }
    }

    private void attempt(Entry entry, Tree.Listener doing) throws IOException {
        try {
            doing.found(entry);
        } catch (Refused refused) {
            ledger.failed(entry.path(), refused);
        }
    }

    private static Refused stays() {
        return new Refused(
                "it is there with other content, and is not overwritten",
                "find out whose it is; move it away, or leave it out");
    }
}
