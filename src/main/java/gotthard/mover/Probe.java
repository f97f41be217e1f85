package gotthard.mover;

import gotthard.transfer.report.Told;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/// A file that scanners take for harmful, and what becomes of it. Whenever this process ends in order, it does not stay; one that an
/// earlier process of the key has left is replaced, and goes with it.
final class Probe {
    /// The EICAR test file, in two parts, so that no scanner takes this class for it.
    /// Source: https://www.eicar.org/download-anti-malware-testfile/
    private static final byte[] HARMFUL =
            ("X5O!P%@AP[4\\PZX54(P^)7CC)7}" + "$EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*")
                    .getBytes(StandardCharsets.US_ASCII);

    private final Pause pause;
    private final ReentrantLock lock = new ReentrantLock();
    private Optional<Path> made = Optional.empty();
    private boolean isOver;

    Probe(Pause pause) {
        this.pause = pause;
    }

    /// How time passes.
    @FunctionalInterface
    interface Pause {
        void rest(Duration duration) throws InterruptedException;
    }

    /// Makes it, waits, and looks for it.
    ///
    /// @param file must be called like a stage, so that nobody takes it for a part of the tree
    Told.Probe run(Path file, Duration within, Voice voice) throws InterruptedException {
        try {
            if (!make(file)) {
                return Told.Probe.UNWRITTEN;
            }
        } catch (IOException refused) {
            voice.say("the file can't be written: " + refused);
            end();
            return Told.Probe.UNWRITTEN;
        }
        try {
            voice.say("%s must stay for %d s".formatted(file, within.toSeconds()));
            pause.rest(within);
            return Arrays.equals(Files.readAllBytes(file), HARMFUL)
                    ? Told.Probe.STAYED
                    : Told.Probe.CHANGED;
        } catch (IOException gone) {
            voice.say("the file can't be read: " + gone);
            return Told.Probe.GONE;
        } finally {
            end();
        }
    }

    /// Removes it, wherever it is; none is made any more.
    void end() {
        lock.lock();
        try {
            isOver = true;
            if (made.isPresent()) {
                Files.deleteIfExists(made.get());
            }
        } catch (IOException _) {
            // A scanner may keep it from everybody; what became of it is told all the same.
        } finally {
            lock.unlock();
        }
    }

    private boolean make(Path file) throws IOException {
        lock.lock();
        try {
            if (isOver) {
                return false;
            }
            Files.deleteIfExists(file);
            made = Optional.of(file);
            try (var channel =
                    Files.newByteChannel(
                            file,
                            Set.of(
                                    StandardOpenOption.CREATE_NEW,
                                    StandardOpenOption.WRITE,
                                    LinkOption.NOFOLLOW_LINKS))) {
                channel.write(ByteBuffer.wrap(HARMFUL));
            }
            return true;
        } finally {
            lock.unlock();
        }
    }
}
