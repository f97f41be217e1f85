package gotthard.journal;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Locks of the operating system on files in one folder: free at once when their process dies.
///
/// POSIX gives up all of a process's locks on a file when *any* channel on it closes. So a file that
/// this process has locked is never opened a second time: [#HELD] is asked first.
final class Locks {
    private static final Set<Path> HELD = new HashSet<>();
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,200}");

    private final Path folder;

    /// @param folder exists, and is a real path, so that equal files have equal paths
    Locks(Path folder) {
        this.folder = folder;
    }

    /// The lock of this name, unless somebody has it.
    Optional<Lock> tryLock(String name) {
        Path file = file(name);
        synchronized (HELD) {
            if (HELD.contains(file)) {
                return Optional.empty();
            }
            Optional<Lock> taken = open(file, false);
            taken.ifPresent(_ -> HELD.add(file));
            return taken;
        }
    }

    /// Does something while no other journal does the same, waiting for the others first.
    void alone(Runnable work) {
        synchronized (Locks.class) {
            try (Lock _ = open(folder.resolve("_tables.lock"), true).orElseThrow()) {
                work.run();
            }
        }
    }

    private Path file(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("\"" + name + "\" cannot be the name of a run");
        }
        return folder.resolve(name + ".lock");
    }

    private static Optional<Lock> open(Path file, boolean waits) {
        @Nullable FileChannel channel = null;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            @Nullable FileLock lock = waits ? channel.lock() : channel.tryLock();
            if (lock == null) {
                channel.close();
                return Optional.empty();
            }
            return Optional.of(new Lock(file, channel));
        } catch (IOException | OverlappingFileLockException e) {
            close(channel);
            throw new JournalUnusable(
                    "the lock "
                            + file
                            + " cannot be taken; make its folder writable for you, on a file system"
                            + " with locks, or choose another folder with --state",
                    e);
        }
    }

    private static void close(@Nullable FileChannel channel) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                throw new JournalUnusable("a lock cannot be given back; end this process", e);
            }
        }
    }

    /// A lock that this process has.
    static final class Lock implements AutoCloseable {
        private final Path file;
        private final FileChannel channel;

        private Lock(Path file, FileChannel channel) {
            this.file = file;
            this.channel = channel;
        }

        @Override
        public void close() {
            synchronized (HELD) {
                Locks.close(channel);
                HELD.remove(file);
            }
        }
    }
}
