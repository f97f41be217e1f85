package gotthard.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// What can be made to go wrong at a host of the sandbox, until it is mended.
public final class Faults {
    private static final long NEVER = Long.MAX_VALUE;
    private static final String FULL_TAR =
            """
            #!/bin/sh
            case $1 in
            -x*)
                head -c 1000 >/dev/null
                echo 'tar: a: Cannot write: No space left on device' >&2
                exit 2
                ;;
            esac
            PATH=${PATH#*:}
            exec tar "$@"
            """;
    private static final String FULL_DF =
            """
            #!/bin/sh
            echo 'Filesystem 1024-blocks Used Available Capacity Mounted on'
            echo '/dev/sandbox 100 96 4 96% /'
            """;

    private final Path folder;
    private final AtomicLong untilCut = new AtomicLong(NEVER);
    private final AtomicLong untilTampering = new AtomicLong(NEVER);
    private volatile Optional<KeyPair> otherKey = Optional.empty();
    private volatile List<String> starter = List.of();
    private volatile boolean refusing;
    private volatile Duration delay = Duration.ZERO;
    private volatile Runnable cut = () -> {};

    Faults(Path folder) {
        this.folder = folder;
    }

    /// Breaks all connections now.
    public void cut() {
        cut.run();
    }

    /// Breaks all connections once commands have been given that many bytes more to read.
    public void cutAfterInput(long bytes) {
        untilCut.set(bytes);
    }

    /// Inverts one byte of what commands are given to read, after that many bytes more.
    public void tamperAfterInput(long bytes) {
        untilTampering.set(bytes);
    }

    /// Shows another host key than before to those who connect from now on.
    public void showAnotherHostKey() {
        otherKey = Optional.of(HostKeyFiles.fresh());
    }

    /// Refuses every key to log in with.
    public void refuseKeys(boolean refuse) {
        refusing = refuse;
    }

    /// How long each command waits before it starts.
    public void delayCommands(Duration by) {
        delay = by;
    }

    /// Starts commands by other words, such as those of `setpriv` for a user with fewer rights.
    public void startCommandsBy(List<String> words) {
        starter = List.copyOf(words);
    }

    /// Makes the disk look full: `tar` reads a little of its input and fails as on a full disk, and `df` may say so, too.
    public void fillDisk(boolean dfTells) throws IOException {
        program("tar", FULL_TAR);
        if (dfTells) {
            program("df", FULL_DF);
        }
    }

    /// Nothing goes wrong any more; a changed host key stays.
    public void mend() throws IOException {
        untilCut.set(NEVER);
        untilTampering.set(NEVER);
        refusing = false;
        starter = List.of();
        delay = Duration.ZERO;
        Files.deleteIfExists(programs().resolve("tar"));
        Files.deleteIfExists(programs().resolve("df"));
    }

    void cutBy(Runnable how) {
        cut = how;
    }

    Optional<KeyPair> hostKey() {
        return otherKey;
    }

    boolean refusesKeys() {
        return refusing;
    }

    List<String> starter() {
        return starter;
    }

    Duration delay() {
        return delay;
    }

    /// Programs that stand before the machine's own.
    Path programs() {
        return folder.resolve("bin");
    }

    /// Hears of input before a command gets it, and may change it.
    void input(byte[] bytes, int count) {
        long tampering = untilTampering.getAndUpdate(left -> after(left, count));
        if (tampering < count) {
            bytes[(int) tampering] ^= 0x55;
            untilTampering.set(NEVER);
        }
        long cutting = untilCut.getAndUpdate(left -> after(left, count));
        if (cutting < count) {
            untilCut.set(NEVER);
            cut();
        }
    }

    private static long after(long left, int count) {
        return left == NEVER ? NEVER : Math.max(0, left - count);
    }

    /// Puts a program before the machine's own of that name; it finds its own by `PATH=${PATH#*:}`.
    public void program(String name, String script) throws IOException {
        Files.createDirectories(programs());
        Path file = Files.writeString(programs().resolve(name), script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
