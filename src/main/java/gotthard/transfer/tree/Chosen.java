package gotthard.transfer.tree;

import gotthard.transfer.Amounts;
import gotthard.transfer.PathList;
import gotthard.transfer.Refused;
import gotthard.transfer.RelativePath;
import gotthard.transfer.manifest.Content;
import gotthard.transfer.manifest.Entry;
import gotthard.transfer.manifest.ManifestReader;
import gotthard.transfer.manifest.Metadata;
import gotthard.transfer.manifest.Seal;
import gotthard.transfer.manifest.Sorter;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// What a list names of a tree: files and links, with the folders on the way to them. Nothing else of the tree is looked at, and the list
/// is sorted on disk, so that both may be of any size.
public final class Chosen {
    /// Of a path that nobody has looked at yet.
    private static final Metadata UNKNOWN = new Metadata(0, 0, 0, 0);

    private final Tree tree;
    private final Path list;
    private final Absent absent;
    private final Deque<RelativePath> way = new ArrayDeque<>();
    private long missing;
    private Optional<RelativePath> firstMissing = Optional.empty();
    private long linked;

    /// @param list a [PathList], by its place on this machine
    public Chosen(Tree tree, Path list) {
        this(tree, list, Absent.REFUSED);
    }

    /// The same, where something that is named may not be there.
    public Chosen(Tree tree, Path list, Absent absent) {
        this.tree = tree;
        this.list = list;
        this.absent = absent;
    }

    /// What becomes of a name by which nothing is there.
    public enum Absent {
        /// All is refused.
        REFUSED,
        /// It does not count.
        LEFT_OUT
    }

    /// Writes the manifest of what is named of a part, without reading files, and closes the stream.
    ///
    /// @param folder for what is sorted; it is there, and nobody else's
    /// @param memory bytes, about
    /// @throws Refused when not all that is named is there, also of other parts, and has to be; or something is that is neither file nor link
    public Survey survey(Part part, Path folder, long memory, OutputStream to)
            throws IOException, Refused {
        Path names = folder.resolve("names.gmf");
        try (to;
                var sorter = new Sorter(folder, memory)) {
            sort(folder, memory, names);
            try (var sorted = ManifestReader.open(Files.newInputStream(names))) {
                for (var next = sorted.next(); next.isPresent(); next = sorted.next()) {
                    look(next.get().path(), part, sorter::add);
                }
            } catch (AccessDeniedException denied) {
                throw new Refused(
                        denied.getFile() + " can't be read",
                        "give the user of the transfer the right to read it, and try again");
            }
            if (missing > 0 && absent == Absent.REFUSED) {
                throw new Refused(
                        "the list %s names %s that %s not there, first %s"
                                .formatted(
                                        list,
                                        Amounts.files(missing),
                                        missing == 1 ? "is" : "are",
                                        firstMissing.orElseThrow()),
                        "correct %s, or find out where the files are".formatted(list));
            }
            return new Survey(sorter.writeTo(to), linked);
        } finally {
            Files.deleteIfExists(names);
        }
    }

    /// Writes a manifest of what is named, whether it is there or not, as files without content.
    ///
    /// @param folder as for [#survey]
    public void names(Path folder, long memory, Path to) throws IOException, Refused {
        sort(folder, memory, to);
    }

    private void sort(Path folder, long memory, Path to) throws IOException, Refused {
        try (var written = new BufferedInputStream(Files.newInputStream(list));
                var sorter = new Sorter(folder, memory, Sorter.Repeated.LEFT_OUT)) {
            PathList.read(
                    written, path -> sorter.add(new Entry(path, UNKNOWN, new Content.Unread(0))));
            Seal _ = sorter.writeTo(Files.newOutputStream(to));
        } catch (NoSuchFileException _) {
            throw new Refused(
                    "the list that names the files is not at " + list,
                    "put it there, or correct \"list\" of the data type in the inventory");
        } catch (Refused refused) {
            throw new Refused(list + ", " + refused.what(), refused.next());
        }
    }

    /// Names come in their order, so that all below a folder follow each other.
    private void look(RelativePath name, Part part, Tree.Listener listener)
            throws IOException, Refused {
        Optional<Tree.Found> found =
                !Tree.isStage(name.bytes()) && enter(name, listener)
                        ? Tree.found(name, tree.path(name))
                        : Optional.empty();
        if (found.isEmpty()) {
            missing++;
            firstMissing = firstMissing.or(() -> Optional.of(name));
            return;
        }
        Entry entry = found.get().entry();
        if (entry.content() instanceof Content.Folder) {
            throw new Refused(
                    "the list %s names %s, which is a folder".formatted(list, name),
                    "name its files in %s, one a line".formatted(list));
        }
        if (part.brings(entry)) {
            linked += found.get().status().names() > 1 ? 1 : 0;
            listener.found(entry);
        }
    }

    /// Tells the folders on the way that were not told yet.
    ///
    /// @return whether all of them are folders
    private boolean enter(RelativePath name, Tree.Listener listener) throws IOException, Refused {
        while (!way.isEmpty() && !name.isBelow(way.getLast())) {
            way.removeLast();
        }
        List<RelativePath> outer = new ArrayList<>();
        for (var folder = name.parent(); folder.isPresent(); folder = folder.get().parent()) {
            outer.addFirst(folder.get());
        }
        for (RelativePath folder : outer.subList(way.size(), outer.size())) {
            Optional<Tree.Found> found = Tree.found(folder, tree.path(folder));
            if (found.filter(it -> it.entry().content() instanceof Content.Folder).isEmpty()) {
                return false;
            }
            listener.found(found.get().entry());
            way.add(folder);
        }
        return true;
    }
}
