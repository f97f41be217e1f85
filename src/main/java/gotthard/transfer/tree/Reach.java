package gotthard.transfer.tree;

import gotthard.transfer.Refused;
import gotthard.transfer.RelativePath;
import gotthard.transfer.Sha256;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.Set;

/// The way of one thread to the files below a folder, part by part and never through a link, even if somebody swaps a folder for
/// a link meanwhile. It keeps the last folder open, as neighbours are asked for one after the other.
public final class Reach implements Closeable {
    private final SecureDirectoryStream<Path> root;
    private Optional<RelativePath> current = Optional.empty();
    private SecureDirectoryStream<Path> folder;

    private Reach(SecureDirectoryStream<Path> root) {
        this.root = root;
        this.folder = root;
    }

    /// It is closed by [#close].
    @SuppressWarnings("StreamResourceLeak")
    static Reach into(Path root) throws IOException, Refused {
        DirectoryStream<Path> stream = Files.newDirectoryStream(root);
        if (stream instanceof SecureDirectoryStream<Path> secure) {
            return new Reach(secure);
        }
        stream.close();
        throw new Refused(
                "the file system of " + root + " can't open files from an open folder",
                "use a local file system of Linux or macOS");
    }

    /// Opens a regular file to read.
    ///
    /// @throws NoSuchFileException when it is not there
    /// @throws Refused when the way leads through a link, or what is there is no regular file
    public SeekableByteChannel open(RelativePath path) throws IOException, Refused {
        if (!attributes(path).isRegularFile()) {
            throw swapped(path);
        }
        return folder(path.parent())
                .newByteChannel(
                        Names.path(path.name()),
                        Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
    }

    /// Reads a regular file.
    ///
    /// @throws NoSuchFileException when it is not there
    /// @throws Refused when the way leads through a link, or what is there is no regular file
    public Sha256 digest(RelativePath path) throws IOException, Refused {
        try (var channel = open(path)) {
            return Partial.digest(channel);
        }
    }

    /// What the file system says of what is there, be it a link.
    ///
    /// @throws NoSuchFileException when nothing is
    public BasicFileAttributes attributes(RelativePath path) throws IOException, Refused {
        return folder(path.parent())
                .getFileAttributeView(
                        Names.path(path.name()),
                        BasicFileAttributeView.class,
                        LinkOption.NOFOLLOW_LINKS)
                .readAttributes();
    }

    @Override
    public void close() throws IOException {
        leave();
        root.close();
    }

    /// The folder, open.
    SecureDirectoryStream<Path> folder(Optional<RelativePath> wanted) throws IOException, Refused {
        if (wanted.equals(current)) {
            return folder;
        }
        leave();
        if (wanted.isPresent()) {
            folder = opened(wanted.get());
            current = wanted;
        }
        return folder;
    }

    private SecureDirectoryStream<Path> opened(RelativePath path) throws IOException, Refused {
        SecureDirectoryStream<Path> at = root;
        for (Path part : Names.path(path.bytes())) {
            SecureDirectoryStream<Path> outer = at;
            try {
                at = outer.newDirectoryStream(part, LinkOption.NOFOLLOW_LINKS);
            } catch (NoSuchFileException vanished) {
                throw vanished;
            } catch (FileSystemException _) {
                throw swapped(path);
            } finally {
                if (!outer.equals(root)) {
                    outer.close();
                }
            }
        }
        return at;
    }

    private void leave() throws IOException {
        if (!folder.equals(root)) {
            folder.close();
        }
        folder = root;
        current = Optional.empty();
    }

    private static Refused swapped(RelativePath path) {
        return new Refused(
                "the name " + path + " leads through something that is no folder, or is no file",
                "find out who changes the folder now, and try again");
    }
}
