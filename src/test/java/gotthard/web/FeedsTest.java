package gotthard.web;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.journal.Journal;
import gotthard.journal.RunId;
import gotthard.journal.SqliteJournal;
import gotthard.journal.StoredJournal;
import gotthard.overview.Stories;
import gotthard.overview.Story;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/// What is kept of runs.
final class FeedsTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Scene.NOW);

    @TempDir Path folder;
    private StoredJournal journal;
    private Feeds feeds;
    private RunId done;
    private RunId waiting;

    @BeforeEach
    void opens() {
        journal = SqliteJournal.open(folder, "0.1.0", new SecureRandom());
        feeds = new Feeds(journal, ((InstantSource) now::get).withZone(ZoneOffset.UTC));
        done = write(Stories.rolledBack());
        waiting = write(Stories.waiting());
    }

    @AfterEach
    void closes() {
        journal.close();
    }

    @Test
    void areLetGoWhereNobodyHasLookedForAWhile() {
        feeds.all();
        pass(Feeds.KEPT);
        feeds.tick();
        assertThat(feeds.kept()).isEqualTo(2);
        feeds.named(done.value());
        pass(Duration.ofSeconds(1));

        feeds.tick();

        assertThat(feeds.kept()).isEqualTo(1);
        pass(Feeds.KEPT);
        feeds.tick();
        assertThat(feeds.kept()).isZero();
    }

    @Test
    void areThereAgainForWhoLooksAgain() {
        Feed before = feeds.named(done.value()).orElseThrow();
        pass(Feeds.KEPT.plusSeconds(1));
        feeds.tick();

        Feed again = feeds.named(done.value()).orElseThrow();

        assertThat(again).isNotSameAs(before);
        assertThat(again.seq()).isEqualTo(before.seq()).isPositive();
        assertThat(again.look().overview().steps()).isEqualTo(before.look().overview().steps());
    }

    @Test
    void stayWhileSomebodyWatchesAndAWhileLonger() {
        Feed watched = feeds.watched(waiting);
        feeds.all();
        pass(Feeds.KEPT.multipliedBy(3));
        feeds.tick();
        assertThat(feeds.kept()).isEqualTo(1);
        assertThat(feeds.watched(waiting)).isSameAs(watched);

        watched.leave();
        watched.leave();
        feeds.tick();

        assertThat(feeds.kept()).isEqualTo(1);
        pass(Feeds.KEPT.plusSeconds(1));
        feeds.tick();
        assertThat(feeds.kept()).isZero();
    }

    @Test
    @Timeout(60)
    void areNotWaitedForWhereTheyWereWokenSinceTheyWereLookedAt() throws Exception {
        try (var reader = new OneRun(feeds, feeds.watched(done), 0)) {
            Track track = reader.tracks().getFirst();
            track.pass(track.feed().seq());
            feeds.tick();

            reader.await();

            assertThat(reader.tracks()).containsExactly(track);
        }
    }

    private RunId write(Story story) {
        RunId run = story.state().id();
        var lease = ((Journal.Acquired.Granted) journal.acquire(run, "the test")).lease();
        assertThat(journal.append(lease, 1, Scene.NOW.minusSeconds(60), Scene.events(story, 0)))
                .isTrue();
        return run;
    }

    private void pass(Duration time) {
        now.updateAndGet(it -> it.plus(time));
    }
}
