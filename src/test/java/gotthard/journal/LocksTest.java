package gotthard.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/// Who asks whether a lock is taken must not be taken for somebody who has it.
final class LocksTest {
    private static final String NAME = "a-run";
    private static final int TIMES = 2_000;

    private final AtomicBoolean isOver = new AtomicBoolean();
    private Locks locks = new Locks(Path.of(""));

    @BeforeEach
    void inFolder(@TempDir Path folder) throws IOException {
        locks = new Locks(folder.toRealPath());
    }

    @AfterEach
    void end() {
        isOver.set(true);
    }

    @Test
    void isGivenToWhoWantsItWhileOthersAsk() throws InterruptedException {
        Thread asking = Thread.ofPlatform().start(this::ask);

        int given = 0;
        for (int time = 0; time < TIMES; time++) {
            Optional<Locks.Lock> lock = locks.tryLock(NAME);
            given += lock.isPresent() ? 1 : 0;
            lock.ifPresent(Locks.Lock::close);
        }
        isOver.set(true);
        asking.join();

        assertThat(given).isEqualTo(TIMES);
    }

    @Test
    void isTakenUntilItIsGivenBack() {
        Locks.Lock lock = locks.tryLock(NAME).orElseThrow();

        assertThat(locks.isTaken(NAME)).isTrue();
        assertThat(locks.isTaken("another-run")).isFalse();
        assertThat(locks.tryLock(NAME)).isEmpty();
        lock.close();
        assertThat(locks.isTaken(NAME)).isFalse();
    }

    @Test
    void isGivenToAThreadThatIsAskedToEnd() {
        Thread.currentThread().interrupt();

        Optional<Locks.Lock> lock = locks.tryLock(NAME);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(lock).isPresent();
        lock.ifPresent(Locks.Lock::close);
    }

    private void ask() {
        while (!isOver.get()) {
            locks.isTaken(NAME);
        }
    }
}
