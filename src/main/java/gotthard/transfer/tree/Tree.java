package gotthard.transfer.tree;

import gotthard.transfer.LinkTarget;
import gotthard.transfer.Refused;
import gotthard.transfer.RelativePath;
import gotthard.transfer.manifest.Content;
import gotthard.transfer.manifest.Entry;
import gotthard.transfer.manifest.Sorter;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;

/// A folder and all that is below it. What is called `.gotthard-…` in the outermost folder is a stage, and no part of it.
public final class Tree {
    static final String STAGES = ".gotthard-";

    private final Path root;

    record Found(Entry entry, Status status) {}

    private Tree(Path root) {
        this.root = root;
    }

    /// Of a folder that is there.
    ///
    /// @throws Refused when it is not, or is no folder
    public static Tree at(Path root) throws IOException, Refused {
        if (!Files.isDirectory(root)) {
            throw new Refused(
                    root + " is not a folder that is there",
                    "correct the folder of the store in the inventory, or make it");
        }
        return new Tree(root.toRealPath());
    }

    /// Hears of each thing below a folder, the outer ones first.
    @FunctionalInterface
    public interface Listener {
        void found(Entry entry) throws IOException, Refused;
    }

    /// Goes through all of a part that is there without following links and without reading files. What vanishes meanwhile is left out.
    ///
    /// @return files that have further names
    /// @throws Refused at what can't be read, is neither file, folder nor link, or links out
    public long walk(Part part, Listener listener) throws IOException, Refused {
        long linked = 0;
        Deque<Optional<RelativePath>> folders = new ArrayDeque<>();
        folders.add(Optional.empty());
        while (!folders.isEmpty()) {
            Optional<RelativePath> folder = folders.removeLast();
            try (DirectoryStream<Path> children = Files.newDirectoryStream(path(folder))) {
                for (Path child : children) {
                    byte[] name = Names.bytes(child.getFileName());
                    if (folder.isEmpty() && isStage(name)) {
                        continue;
                    }
                    Optional<Found> found =
                            found(below(folder, name), child).filter(it -> part.brings(it.entry()));
                    if (found.isPresent()) {
                        Entry entry = found.get().entry();
                        listener.found(entry);
                        if (entry.content() instanceof Content.Folder) {
                            folders.add(Optional.of(entry.path()));
                        } else if (found.get().status().names() > 1) {
                            linked++;
                        }
                    }
                }
            } catch (DirectoryIteratorException torn) {
                throw torn.getCause();
            } catch (AccessDeniedException _) {
                throw new Refused(
                        shown(folder) + " can't be read",
                        "give the user of the transfer the right to read it, and try again");
            } catch (NoSuchFileException vanished) {
                if (folder.isEmpty()) {
                    throw vanished;
                }
            }
        }
        return linked;
    }

    /// Writes the manifest of what is there of a part, without reading files, and closes the stream.
    ///
    /// @param sorter a fresh one
    public Survey survey(Part part, Sorter sorter, OutputStream to) throws IOException, Refused {
        try (to) {
            long linked = walk(part, sorter::add);
            return new Survey(sorter.writeTo(to), linked);
        }
    }

    /// Whether there is a stage of a key.
    public boolean hasStage(String key) {
        return Files.isDirectory(root.resolve(STAGES + key), LinkOption.NOFOLLOW_LINKS);
    }

    /// A way to its files for one thread.
    public Reach reach() throws IOException, Refused {
        return Reach.into(root);
    }

    /// A way to remove some of it for one thread.
    public Removal removal() throws IOException, Refused {
        return new Removal(this, reach());
    }

    /// Makes the names in the outermost folder durable.
    public void force() throws IOException {
        Stage.force(root);
    }

    Path root() {
        return root;
    }

    Path path(RelativePath path) {
        return root.resolve(Names.path(path.bytes()));
    }

    private Path path(Optional<RelativePath> folder) {
        return folder.map(this::path).orElse(root);
    }

    /// What is there, unless nothing is.
    static Optional<Found> found(RelativePath path, Path at) throws IOException, Refused {
        try {
            Status status = Status.of(at);
            Content content = content(path, status, at);
            return Optional.of(new Found(new Entry(path, status.metadata(), content), status));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    private static Content content(RelativePath path, Status status, Path at)
            throws IOException, Refused {
        return switch (status.type()) {
            case FILE -> new Content.Unread(status.size());
            case FOLDER -> new Content.Folder();
            case LINK ->
                    new Content.Link(LinkTarget.of(path, Names.bytes(Files.readSymbolicLink(at))));
            case OTHER ->
                    throw new Refused(
                            path + " is neither a file, a folder nor a link",
                            "move it elsewhere; sockets, pipes and devices are not copied");
        };
    }

    private static RelativePath below(Optional<RelativePath> folder, byte[] name) throws Refused {
        if (folder.isEmpty()) {
            return RelativePath.of(name);
        }
        int length = folder.get().length();
        byte[] bytes = Arrays.copyOf(folder.get().bytes(), length + 1 + name.length);
        bytes[length] = '/';
        System.arraycopy(name, 0, bytes, length + 1, name.length);
        return RelativePath.of(bytes);
    }

    /// Whether a name of the outermost folder, or what follows it, is of a stage.
    static boolean isStage(byte[] name) {
        byte[] start = STAGES.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        return name.length >= start.length
                && Arrays.equals(name, 0, start.length, start, 0, start.length);
    }

    private String shown(Optional<RelativePath> folder) {
        return folder.map(path -> "the folder " + path).orElse("the folder " + root);
    }
}
