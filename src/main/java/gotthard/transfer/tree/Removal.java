package gotthard.transfer.tree;

import gotthard.transfer.Refused;
import gotthard.transfer.RelativePath;
import gotthard.transfer.manifest.Content;
import gotthard.transfer.manifest.Entry;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/// Removes things of a tree, but only as they are expected. For one thread.
public final class Removal implements Closeable {
    private final Tree tree;
    private final Reach reach;

    Removal(Tree tree, Reach reach) {
        this.tree = tree;
        this.reach = reach;
    }

    /// By what a file is known to be the one that is meant.
    public enum Proof {
        /// Its size and time.
        TIME,
        /// These, and its content.
        CONTENT
    }

    /// What has become of a thing.
    public enum Outcome {
        REMOVED,
        /// It was not there.
        ABSENT,
        /// It is not as expected, and stays.
        CHANGED
    }

    /// Removes a file or link, if it is as an entry says.
    public Outcome remove(Entry entry, Proof proof) throws IOException {
        RelativePath path = entry.path();
        try {
            if (!isAs(entry, proof)) {
                return Outcome.CHANGED;
            }
            reach.folder(path.parent()).deleteFile(Names.path(path.name()));
            return Outcome.REMOVED;
        } catch (NoSuchFileException _) {
            return Outcome.ABSENT;
        } catch (Refused _) {
            return Outcome.CHANGED;
        }
    }

    /// Removes a folder that is empty.
    public Outcome removeFolder(RelativePath path) throws IOException {
        try {
            if (!reach.attributes(path).isDirectory()) {
                return Outcome.CHANGED;
            }
            reach.folder(path.parent()).deleteDirectory(Names.path(path.name()));
            return Outcome.REMOVED;
        } catch (NoSuchFileException _) {
            return Outcome.ABSENT;
        } catch (DirectoryNotEmptyException | Refused _) {
            return Outcome.CHANGED;
        }
    }

    @Override
    public void close() throws IOException {
        reach.close();
    }

    private boolean isAs(Entry entry, Proof proof) throws IOException, Refused {
        BasicFileAttributes found = reach.attributes(entry.path());
        return switch (entry.content()) {
            case Content.Folder _ -> false;
            case Content.Link(var target) ->
                    found.isSymbolicLink()
                            && Arrays.equals(
                                    Names.bytes(Files.readSymbolicLink(tree.path(entry.path()))),
                                    target.bytes());
            case Content.Unread(long size) ->
                    proof == Proof.TIME && isAs(found, size, entry.metadata().modified());
            case Content.Hashed(long size, var digest) ->
                    isAs(found, size, entry.metadata().modified())
                            && (proof == Proof.TIME || reach.digest(entry.path()).equals(digest));
        };
    }

    private static boolean isAs(BasicFileAttributes found, long size, long modified) {
        return found.isRegularFile()
                && found.size() == size
                && found.lastModifiedTime().to(TimeUnit.NANOSECONDS) == modified;
    }
}
