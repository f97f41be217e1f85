package gotthard.journal;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;

/// All runs as one portable file, which any database of this project takes: lines of canonical JSON,
/// the last of which has the SHA-256 of all before. [StateLines] says what stands in them.
public final class StateFile {
    private static final boolean IS_POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private StateFile() {}

    /// Writes one consistent state, also while runs go on. The file is there when it is whole, for its
    /// owner only, and has been read back.
    ///
    /// @throws Damaged when the journal is not what was written
    /// @throws JournalUnusable when the file is there already or cannot be written
    public static Contents write(StoredJournal journal, Path file, Instant now) {
        Path half = file.resolveSibling(file.getFileName() + ".half");
        try {
            if (Files.exists(file)) {
                throw new FileAlreadyExistsException(file.toString());
            }
            Files.deleteIfExists(half);
            Files.createFile(half, owners());
            try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(half))) {
                journal.write(new StateLines(to), now);
            }
            try (FileChannel channel = FileChannel.open(half, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Contents contents = look(half, file);
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
            return contents;
        } catch (FileAlreadyExistsException e) {
            throw new JournalUnusable(
                    "the file " + file + " is there already; choose another name, or remove it", e);
        } catch (IOException | UncheckedIOException e) {
            throw new JournalUnusable(
                    "the file "
                            + file
                            + " cannot be written ("
                            + e.getMessage()
                            + "); free some space, or choose another place",
                    e);
        }
    }

    /// Reads a file into a journal that has no run yet: all or nothing. Fences go on far above those in
    /// the file, so that whatever was done after it was written does not look newer.
    ///
    /// @param now by a clock that is not behind the one of an earlier import by years
    ///
    /// @throws Damaged when a chain or words in it do not hold
    /// @throws JournalUnusable when the file is not whole or newer, or the journal is not empty
    public static Contents read(Path file, StoredJournal journal, Instant now) {
        Contents contents = look(file, file);
        try (InputStream from = new BufferedInputStream(Files.newInputStream(file))) {
            journal.read(new StateReader(file, from), now);
            for (RunId run : journal.runs()) {
                tell(journal, run, contents.at(), now);
            }
        } catch (IOException | UncheckedIOException e) {
            throw unreadable(file, e);
        }
        return contents;
    }

    /// Lets the run itself tell where it comes from.
    private static void tell(StoredJournal journal, RunId run, Instant asOf, Instant now) {
        if (journal.acquire(run, "import") instanceof Journal.Acquired.Granted(var lease)) {
            long next = journal.state(run).orElseThrow().last() + 1;
            journal.append(lease, next, now, List.of(new Event.RunImported(asOf)));
            journal.release(lease);
        }
    }

    /// Whether a file is whole, and what it has.
    private static Contents look(Path half, Path file) {
        try (InputStream from = new BufferedInputStream(Files.newInputStream(half))) {
            return new StateReader(file, from).contents();
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static JournalUnusable unreadable(Path file, Exception e) {
        return new JournalUnusable(
                "the file " + file + " cannot be read; name one that you can read", e);
    }

    private static FileAttribute<?>[] owners() {
        return IS_POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /// What a file has.
    ///
    /// @param at when it was written
    public record Contents(Instant at, long runs, long entries) {}
}
