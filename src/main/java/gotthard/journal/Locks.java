package gotthard.journal;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.FileLockInterruptionException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
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
        return inTurn(
                () -> {
                    if (HELD.contains(file)) {
                        return Optional.empty();
                    }
                    Optional<Lock> taken = open(file);
                    taken.ifPresent(_ -> HELD.add(file));
                    return taken;
                });
    }

    /// Whether anybody has the lock of this name. Who asks takes none away from who wants it meanwhile.
    boolean isTaken(String name) {
        Path file = file(name);
        return inTurn(
                () -> {
                    if (HELD.contains(file)) {
                        return true;
                    }
                    Optional<Lock> free = open(file);
                    free.ifPresent(Lock::close);
                    return free.isEmpty();
                });
    }

    /// The only way to ask whether a file is locked is to lock it. So one at a time asks or takes, in all processes.
    private <T> T inTurn(Supplier<T> work) {
        synchronized (HELD) {
            try (Lock _ = await(folder.resolve("_turn.lock"))) {
                return work.get();
            }
        }
    }

    /// Does something while no other journal does the same, waiting for the others first.
    void alone(Runnable work) {
        synchronized (Locks.class) {
            try (Lock _ = await(folder.resolve("_tables.lock"))) {
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

    private static Optional<Lock> open(Path file) {
        return open(file, FileChannel::tryLock);
    }

    /// These locks are held for moments only, so that even a thread that is asked to end waits for one.
    private static Lock await(Path file) {
        boolean isInterrupted = false;
        try {
            while (true) {
                isInterrupted |= Thread.interrupted();
                Optional<Lock> lock = open(file, Locks::lockUnlessInterrupted);
                if (lock.isPresent()) {
                    return lock.get();
                }
            }
        } finally {
            if (isInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static @Nullable FileLock lockUnlessInterrupted(FileChannel channel)
            throws IOException {
        try {
            return channel.lock();
        } catch (FileLockInterruptionException _) {
            return null;
        }
    }

    private static Optional<Lock> open(Path file, Locking locking) {
        @Nullable FileChannel channel = null;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            @Nullable FileLock lock = locking.lock(channel);
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

    /// One way to lock a file; null when it was not locked.
    private interface Locking {
        @Nullable FileLock lock(FileChannel channel) throws IOException;
    }
}
