package gotthard.transfer.tree;

import gotthard.transfer.Refused;
import gotthard.transfer.RelativePath;
import gotthard.transfer.Sha256;
import gotthard.transfer.manifest.Content;
import gotthard.transfer.manifest.Entry;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
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
    private final Dressing dressing;
    private final Reach here;
    private final ReentrantLock naming = new ReentrantLock();

    private Stage(Tree tree, Path folder, Dressing dressing, Reach here) {
        this.tree = tree;
        this.folder = folder;
        this.dressing = dressing;
        this.here = here;
    }

    /// Opens the stage of a key, which may hold what an attempt before has left.
    ///
    /// @param key letters and digits that tell this transfer from others
    public static Stage open(Tree tree, String key, Owners owners) throws IOException, Refused {
        Path folder = at(tree, key);
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
        return new Stage(tree, folder, new Dressing(owners), Reach.into(folder));
    }

    /// A small file that the stage keeps.
    public Path book(String name) {
        return folder.resolve(name);
    }

    /// All that it keeps.
    public List<Path> books() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }

    /// An empty folder for runs that are sorted.
    public Path runs() throws IOException {
        Path runs = Files.createDirectories(folder.resolve(RUNS));
        try (Stream<Path> left = Files.list(runs)) {
            for (Path run : left.toList()) {
                Files.delete(run);
            }
        }
        return runs;
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

    /// Writes a whole small file, which [#force] makes durable.
    public void write(Entry entry, ByteBuffer bytes) throws IOException {
        String name = name(entry.path());
        try (var channel =
                FileChannel.open(
                        folder.resolve(name),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            for (ByteBuffer rest = bytes.duplicate(); rest.hasRemaining(); ) {
                channel.write(rest);
            }
        }
        dressing.dress(folder.resolve(name), entry.metadata());
    }

    /// Makes a file durable that was written.
    public void force(Entry entry) throws IOException {
        force(folder.resolve(name(entry.path())));
    }

    /// Reads a small file back that was written.
    public Sha256 readBack(Entry entry) throws IOException {
        try (var channel = FileChannel.open(folder.resolve(name(entry.path())))) {
            return Partial.digest(channel);
        }
    }

    /// Drops a file that was written.
    public void drop(Entry entry) throws IOException {
        Files.deleteIfExists(folder.resolve(name(entry.path())));
    }

    /// Gives a small file that is durable its name.
    ///
    /// @param standing what the target has by that name, and what is to be replaced
    /// @throws Refused when something else is there
    public void place(Reach reach, Entry entry, Optional<Entry> standing)
            throws IOException, Refused {
        rename(reach, name(entry.path()), entry.path(), standing);
    }

    /// A big file that arrives piece by piece.
    public Partial partial(Entry entry, int chunk) throws IOException {
        String name = name(entry.path());
        return Partial.open(folder.resolve(name), folder.resolve(name + ".chunks"), entry, chunk);
    }

    /// Makes a big file durable that has arrived in full.
    public void force(Partial partial) throws IOException {
        partial.extend();
        dressing.dress(folder.resolve(name(partial.entry().path())), partial.entry().metadata());
        partial.force();
    }

    /// Gives a big file that is durable its name.
    ///
    /// @throws Refused when something else is there
    public void place(Reach reach, Partial partial, Optional<Entry> standing)
            throws IOException, Refused {
        place(reach, partial.entry(), standing);
        partial.forget();
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
            dressing.give(made, entry.metadata());
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
        dressing.dress(path, entry.metadata());
        if (found.isDirectory()) {
            force(path);
        }
    }

    /// Gives a book to the stage of another transfer into this tree.
    ///
    /// @return whether there is such a stage
    public boolean give(Path book, String key, String name) throws IOException {
        try {
            Path to = at(tree, key).resolve(name);
            Files.move(book, to, StandardCopyOption.ATOMIC_MOVE);
            force(at(tree, key));
            return true;
        } catch (NoSuchFileException _) {
            return false;
        }
    }

    /// Removes the stage, if all that it kept was removed.
    public boolean removeIfEmpty() throws IOException {
        try {
            Files.delete(folder);
            tree.force();
            return true;
        } catch (DirectoryNotEmptyException _) {
            return false;
        }
    }

    /// Removes the stage with its books; what arrived only in part is lost.
    public void remove() throws IOException {
        Files.delete(runs());
        for (Path file : books()) {
            Files.delete(file);
        }
        Files.delete(folder);
    }

    @Override
    public void close() throws IOException {
        here.close();
    }

    private static Path at(Tree tree, String key) {
        return tree.root().resolve(Tree.STAGES + key);
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
