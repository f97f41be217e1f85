package gotthard.transfer.tree;

import gotthard.transfer.Refused;
import gotthard.transfer.RelativePath;
import gotthard.transfer.Sha256;
import gotthard.transfer.manifest.Content;
import gotthard.transfer.manifest.Entry;
import gotthard.transfer.manifest.Metadata;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/// Where files arrive before they get their names: a folder in the outermost folder of the tree, for the receiver's eyes only. A
/// file is written here, synced, gets its metadata, and is renamed. For several threads, each with its own [Reach].
public final class Stage implements Closeable {
    private static final String RUNS = "runs";

    private final Tree tree;
    private final Path folder;
    private final Owners owners;
    private final Reach here;
    private final ReentrantLock naming = new ReentrantLock();

    private Stage(Tree tree, Path folder, Owners owners, Reach here) {
        this.tree = tree;
        this.folder = folder;
        this.owners = owners;
        this.here = here;
    }

    /// Opens the stage of a key, which may hold what an attempt before has left.
    ///
    /// @param key letters and digits that tell this transfer from others
    public static Stage open(Tree tree, String key, Owners owners) throws IOException, Refused {
        Path folder = tree.root().resolve(".gotthard-" + key);
        try {
            Files.createDirectory(
                    folder,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
        } catch (FileAlreadyExistsException _) {
            if (Status.of(folder).type() != Status.Type.FOLDER) {
                throw new Refused(folder + " is no folder", "move it away, and try again");
            }
        }
        return new Stage(tree, folder, owners, Reach.into(folder));
    }

    /// A small file that the stage keeps.
    public Path book(String name) {
        return folder.resolve(name);
    }

    /// An empty folder for runs that are sorted.
    public Path runs() throws IOException {
        return Files.createDirectories(folder.resolve(RUNS));
    }

    /// Removes what is left of a survey that was ended.
    public void tidy() throws IOException {
        try (Stream<Path> runs = Files.list(runs())) {
            for (Path run : runs.toList()) {
                Files.delete(run);
            }
        }
    }

    /// Makes the names in the stage durable.
    public void force() throws IOException {
        force(folder);
    }

    /// Makes a file or the names of a folder durable.
    public static void force(Path path) throws IOException {
        try (var opened = FileChannel.open(path, StandardOpenOption.READ)) {
            opened.force(true);
        }
    }

    /// Writes a whole small file and gives it its name.
    ///
    /// @param entry as it was read at the source
    /// @param standing what the target has by that name, and what is to be replaced
    /// @throws Refused when something else is there
    public void place(Reach reach, Entry entry, ByteBuffer bytes, Optional<Entry> standing)
            throws IOException, Refused {
        String name = name(entry.path());
        try (var channel = fresh(name)) {
            for (ByteBuffer rest = bytes.duplicate(); rest.hasRemaining(); ) {
                channel.write(rest);
            }
            dress(name, entry.metadata());
            channel.force(true);
        }
        rename(reach, name, entry.path(), standing);
    }

    /// A big file that arrives piece by piece.
    public Partial partial(Entry entry, int chunk) throws IOException {
        String name = name(entry.path());
        return Partial.open(folder.resolve(name), folder.resolve(name + ".chunks"), entry, chunk);
    }

    /// Gives a big file that has arrived in full its name.
    public void place(Reach reach, Partial partial, Optional<Entry> standing)
            throws IOException, Refused {
        Entry entry = partial.entry();
        String name = name(entry.path());
        dress(name, entry.metadata());
        partial.finish();
        rename(reach, name, entry.path(), standing);
        partial.forget();
    }

    /// Reads a small file back that has just got its name.
    public static Sha256 readBack(Reach reach, RelativePath path) throws IOException, Refused {
        try (var channel = reach.open(path)) {
            return Partial.digest(channel);
        }
    }

    /// Makes a folder, writable for the receiver until [#settle].
    ///
    /// @throws Refused when something else is there
    public void makeFolder(Reach reach, RelativePath path) throws IOException, Refused {
        reach.folder(path.parent());
        try {
            Files.createDirectory(tree.path(path));
        } catch (FileAlreadyExistsException _) {
            if (!reach.attributes(path).isDirectory()) {
                throw occupied(path);
            }
        }
    }

    /// Makes a symbolic link.
    ///
    /// @throws Refused when something else is there, or the file system stores another target
    public void makeLink(Reach reach, Entry entry, Content.Link link) throws IOException, Refused {
        RelativePath path = entry.path();
        reach.folder(path.parent());
        try {
            Path made =
                    Files.createSymbolicLink(tree.path(path), Names.path(link.target().bytes()));
            if (!java.util.Arrays.equals(
                    Names.bytes(Files.readSymbolicLink(made)), link.target().bytes())) {
                Files.delete(made);
                throw new Refused(
                        "the link " + path + " can't be stored as it is: " + link.target(),
                        "write its target without empty parts, and try again");
            }
            give(made, entry.metadata());
        } catch (FileAlreadyExistsException _) {
            throw occupied(path);
        }
    }

    /// Gives a file or folder that is there its metadata, and makes a folder durable.
    public void settle(Reach reach, Entry entry) throws IOException, Refused {
        BasicFileAttributes found = reach.attributes(entry.path());
        if (found.isSymbolicLink()) {
            throw occupied(entry.path());
        }
        Path path = tree.path(entry.path());
        dress(path, entry.metadata());
        if (found.isDirectory()) {
            force(path);
        }
    }

    /// Removes the stage with its books; what arrived only in part is lost.
    public void remove() throws IOException {
        tidy();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    @Override
    public void close() throws IOException {
        here.close();
    }

    private FileChannel fresh(String name) throws IOException {
        return FileChannel.open(
                folder.resolve(name),
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE);
    }

    private void dress(String name, Metadata metadata) throws IOException {
        dress(folder.resolve(name), metadata);
    }

    /// The owner first, as giving a file away takes some bits of its mode; the time last.
    private void dress(Path path, Metadata metadata) throws IOException {
        give(path, metadata);
        Files.setAttribute(path, "unix:mode", metadata.mode());
        Files.setLastModifiedTime(path, FileTime.from(metadata.modified(), TimeUnit.NANOSECONDS));
    }

    private void give(Path path, Metadata metadata) throws IOException {
        if (owners == Owners.KEPT) {
            Files.setAttribute(path, "unix:uid", metadata.owner(), LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(path, "unix:gid", metadata.group(), LinkOption.NOFOLLOW_LINKS);
        }
    }

    /// Looks and renames under one lock, so that of two names that the file system takes for one only the first gets it.
    private void rename(Reach reach, String name, RelativePath path, Optional<Entry> standing)
            throws IOException, Refused {
        naming.lock();
        try {
            if (!isAsExpected(reach, path, standing)) {
                Files.delete(folder.resolve(name));
                throw occupied(path);
            }
            here.folder(Optional.empty())
                    .move(Path.of(name), reach.folder(path.parent()), Names.path(path.name()));
        } finally {
            naming.unlock();
        }
    }

    private static boolean isAsExpected(Reach reach, RelativePath path, Optional<Entry> standing)
            throws IOException, Refused {
        try {
            BasicFileAttributes found = reach.attributes(path);
            return standing.isPresent()
                    && found.isRegularFile()
                    && found.lastModifiedTime().to(TimeUnit.NANOSECONDS)
                            == standing.get().metadata().modified();
        } catch (NoSuchFileException _) {
            return standing.isEmpty();
        }
    }

    /// A name that is short, and the same for the next attempt.
    private static String name(RelativePath path) {
        var digest = Sha256.begin();
        digest.update(path.bytes());
        return Sha256.end(digest).hex();
    }

    private static Refused occupied(RelativePath path) {
        return new Refused(
                "something else is there by the name "
                        + path
                        + ", or by one that the file system takes for the same, and is not overwritten",
                "find out whose it is; move it away, or leave this name out");
    }
}
