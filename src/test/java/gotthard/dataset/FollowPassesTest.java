package gotthard.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gotthard.action.Action;
import gotthard.action.Before;
import gotthard.action.Behind;
import gotthard.action.Captured;
import gotthard.action.Context;
import gotthard.action.Difference;
import gotthard.action.Outcome;
import gotthard.action.Prediction;
import gotthard.action.Progress;
import gotthard.action.Verdict;
import gotthard.files.CopyScene;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Passes of `dataset.follow` between two hosts, while somebody writes at the source.
final class FollowPassesTest {
    private static final int FILES = 20;

    @TempDir Path folder;

    private CopyScene sites;

    @BeforeEach
    void fill() throws Exception {
        sites = new CopyScene(folder).withFiles(FILES);
    }

    @AfterEach
    void close() {
        sites.close();
    }

    private Between context() {
        return new Between(sites.context(1));
    }

    private Outcome apply(Action action, Context context) throws Exception {
        var captured = (Captured.Found) action.capture(context);
        return action.apply(context, captured.before());
    }

    private Verdict verify(Action action) throws Exception {
        return action.verify(sites.context(1));
    }

    private static String failure(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        return ((Outcome.Failed) outcome).failure().toString();
    }

    private static String statement(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Holds.class);
        return ((Verdict.Holds) verdict).evidence().statement();
    }

    private static List<Difference> differences(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Differs.class);
        return ((Verdict.Differs) verdict).differences();
    }

    /// As a writer does, now.
    private void write(String path, String content) throws Exception {
        Path file = sites.from.write(path, content);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
    }

    private String arrived(String path) throws Exception {
        return Files.readString(sites.to.root().resolve(path));
    }

    @Nested
    class WhileTheSourceIsWritten {
        @Test
        void bringsWhatCameBetweenPasses() throws Exception {
            Between context =
                    context()
                            .after(
                                    pass -> {
                                        if (pass <= 2) {
                                            write("new-" + pass, "x".repeat(3_000 - pass * 1_000));
                                        }
                                    });
            Action action = new Follower(sites).within(1_500, Duration.ofMinutes(5)).action();

            Outcome outcome = apply(action, context);

            assertThat(outcome).isInstanceOf(Outcome.Changed.class);
            assertThat(context.passes()).isEqualTo(3);
            assertThat(arrived("new-1")).hasSize(2_000);
            assertThat(arrived("new-2")).hasSize(1_000);
            assertThat(((Outcome.Changed) outcome).evidence().statement())
                    .startsWith("22 files, ")
                    .contains("pass 3 brought 1,000 bytes in 0s; as of ")
                    .endsWith("Z at moscow");
        }

        @Test
        void readsNoContentOfWhatIsAsItWas() throws Exception {
            Readers source = Readers.on(sites.source);
            Readers target = Readers.on(sites.target);
            Between context =
                    context()
                            .before(
                                    pass -> {
                                        if (pass == 1) {
                                            assertThat(source.calls()).isEmpty();
                                            assertThat(target.calls()).isEmpty();
                                        }
                                    })
                            .after(
                                    _ -> {
                                        source.forget();
                                        target.forget();
                                    });

            apply(new Follower(sites).action(), context);

            assertThat(context.passes()).isEqualTo(2);
            assertThat(source.calls()).isEmpty();
            assertThat(target.calls()).isEmpty();
        }

        @Test
        void comparesWhatOthersBroughtOnlyOnce() throws Exception {
            sites.to.write(
                    "d1/e1/file-1.bin",
                    Files.readAllBytes(sites.from.root().resolve("d1/e1/file-1.bin")));
            Readers source = Readers.on(sites.source);
            Between context = context().after(_ -> source.forget());
            Action action = new Follower(sites).action();

            apply(action, context);
            Outcome again = action.apply(context, new Before.Absent());

            assertThat(again).isInstanceOf(Outcome.Changed.class);
            assertThat(source.calls()).isEmpty();
        }

        @Test
        void leavesAFileThatGrowsWhileItIsReadForTheNextPass() throws Exception {
            Path growing = sites.from.write("growing.log", "begun");
            Between context =
                    context()
                            .before(
                                    pass -> {
                                        if (pass == 0) {
                                            Files.writeString(
                                                    growing,
                                                    " and ended",
                                                    StandardOpenOption.APPEND);
                                        }
                                    })
                            .after(
                                    pass -> {
                                        if (pass == 1) {
                                            assertThat(sites.to.root().resolve("growing.log"))
                                                    .doesNotExist();
                                        }
                                    });
            Action action = new Follower(sites).action();

            apply(action, context);

            assertThat(arrived("growing.log")).isEqualTo("begun and ended");
            assertThat(verify(action)).isInstanceOf(Verdict.Holds.class);
        }

        @Test
        void saysHowFarItIs() throws Exception {
            Between context =
                    context().after(pass -> write("new-" + pass, "x".repeat(4_000 - pass * 1_000)));
            Action action = new Follower(sites).within(1_500, Duration.ofMinutes(5)).action();

            apply(action, context);

            assertThat(sites.context(1).shown())
                    .extracting(Progress::doing)
                    .contains(
                            "pass 1; lag unknown; wanted 1,500 bytes, 5m",
                            "pass 3; lag 3,000 bytes, 0s; wanted 1,500 bytes, 5m");
            assertThat(sites.context(1).shown())
                    .extracting(Progress::behind)
                    .contains(Optional.empty(), Optional.of(new Behind(3_000, Duration.ZERO)));
        }
    }

    @Nested
    class WhereItDoesNotComeNearer {
        @Test
        void endsWithTheFigures() throws Exception {
            Between context =
                    context()
                            .slower(Duration.ofSeconds(70))
                            .after(pass -> write("new-" + pass, "x".repeat(5_000)));
            Action action = new Follower(sites).within(1_000, Duration.ofMinutes(5)).action();

            Outcome outcome = apply(action, context);

            assertThat(failure(outcome))
                    .isEqualTo(
                            "pass 4 brought 5,000 bytes in 1m10s, pass 3 5,000 bytes in 1m10s: moscow is written faster than it is"
                                    + " followed (wanted at most 1,000 bytes, 5m); write less there, give it a higher rate, or allow more"
                                    + " lag; where the plan freezes on a failure, retry goes on from what has arrived");
            assertThat(context.passes()).isEqualTo(4);
        }

        @Test
        void saysThatPassesTakeTooLong() throws Exception {
            Between context = context().slower(Duration.ofSeconds(70));
            Action action = new Follower(sites).within(1_000, Duration.ofMinutes(1)).action();

            Outcome outcome = apply(action, context);

            assertThat(failure(outcome))
                    .startsWith(
                            "pass 4 brought 0 bytes in 1m10s, pass 3 0 bytes in 1m10s: a pass takes longer than the lag that is wanted (1,000"
                                    + " bytes, 1m)");
        }

        @Test
        void endsWhenItsPassesAreUsedUp() throws Exception {
            Between context =
                    context().after(pass -> write("new-" + pass, "x".repeat(9_000 - pass * 1_000)));
            Action action =
                    new Follower(sites).within(1_000, Duration.ofMinutes(5)).inPasses(3).action();

            Outcome outcome = apply(action, context);

            assertThat(failure(outcome)).startsWith("pass 3 brought 7,000 bytes in ");
            assertThat(context.passes()).isEqualTo(3);
        }

        @Test
        void goesOnWhenItIsRetried() throws Exception {
            Action action =
                    new Follower(sites).within(1_000, Duration.ofMinutes(5)).inPasses(3).action();
            apply(action, context().after(pass -> write("new-" + pass, "x".repeat(5_000))));

            Outcome outcome = action.apply(context(), new Before.Absent());

            assertThat(outcome).isInstanceOf(Outcome.Changed.class);
            assertThat(verify(action)).isInstanceOf(Verdict.Holds.class);
        }
    }

    @Nested
    class AfterTheCoordinatorDied {
        @Test
        void goesOnWithTheNextPass() throws Exception {
            Action action = new Follower(sites).action();
            Between dying =
                    context()
                            .after(
                                    _ -> {
                                        throw new IllegalStateException("killed");
                                    });
            assertThatThrownBy(() -> apply(action, dying)).hasMessage("killed");
            write("new", "since then");

            Outcome outcome = action.apply(context(), new Before.Absent());

            assertThat(((Outcome.Changed) outcome).evidence().statement())
                    .startsWith("21 files, ")
                    .contains("pass 2 brought 10 bytes");
            assertThat(arrived("new")).isEqualTo("since then");
        }
    }

    @Nested
    class AFileThatChangesAfterItWasPlaced {
        private static final String FILE = "d1/e1/file-1.bin";

        @Test
        void isReplacedWhereDataMayChange() throws Exception {
            Action action = new Follower(sites).replacing().action();
            Between context =
                    context()
                            .after(
                                    pass -> {
                                        if (pass == 1) {
                                            write(FILE, "another content");
                                        }
                                    });

            apply(action, context);

            assertThat(arrived(FILE)).isEqualTo("another content");
            assertThat(verify(action)).isInstanceOf(Verdict.Holds.class);
        }

        @Test
        void isReplacedWhereOnlyItsContentChangedInTheSecondOfThePass() throws Exception {
            write("same", "one");
            FileTime time = FileTime.from(Instant.now());
            Files.setLastModifiedTime(sites.from.root().resolve("same"), time);
            Action action = new Follower(sites).replacing().action();
            Between context =
                    context()
                            .after(
                                    pass -> {
                                        if (pass == 1) {
                                            write("same", "two");
                                            Files.setLastModifiedTime(
                                                    sites.from.root().resolve("same"), time);
                                        }
                                    });

            apply(action, context);

            assertThat(arrived("same")).isEqualTo("two");
        }

        @Test
        void goesWithTheRestWhenItIsUndone() throws Exception {
            Action action = new Follower(sites).replacing().action();
            var world = sites.targetWorld();
            var before = ((Captured.Found) action.capture(sites.context(1))).before();
            action.apply(context().after(_ -> write(FILE, "another content")), before);

            action.rollback(sites.context(1), before);

            assertThat(sites.targetWorld()).isEqualTo(world);
        }

        @Test
        void isInTheWayWhereDataAreOnlyAddedTo() throws Exception {
            Action action = new Follower(sites).action();
            Between context =
                    context()
                            .after(
                                    pass -> {
                                        if (pass == 1) {
                                            write(FILE, "another content");
                                        }
                                    });

            Outcome outcome = apply(action, context);

            assertThat(failure(outcome))
                    .contains("moscow/file-1:", FILE + ": wanted as it was when it was brought")
                    .contains("since these data are only added to", "found changed to 15 bytes")
                    .contains("nothing is overwritten");
            assertThat(differences(verify(action)))
                    .extracting(Difference::owner)
                    .contains(Difference.Owner.FOREIGN);
        }

        @Test
        void staysWhereSomebodyChangedItAtTheTarget() throws Exception {
            Action action = new Follower(sites).replacing().action();
            Between context =
                    context()
                            .after(
                                    pass -> {
                                        if (pass == 1) {
                                            write(FILE, "another content");
                                            sites.to.write(FILE, "theirs");
                                        }
                                    });

            Outcome outcome = apply(action, context);

            assertThat(failure(outcome)).contains("zurich-1/file-1:", FILE);
            assertThat(arrived(FILE)).isEqualTo("theirs");
        }

        @Test
        void staysAndIsToldWhereItVanishedAtTheSource() throws Exception {
            Action action = new Follower(sites).action();
            Between context =
                    context().after(_ -> Files.deleteIfExists(sites.from.root().resolve(FILE)));

            Outcome outcome = apply(action, context);

            assertThat(sites.to.root().resolve(FILE)).exists();
            assertThat(((Outcome.Changed) outcome).evidence().details())
                    .singleElement()
                    .asString()
                    .startsWith("gone from the source, and left at zurich-1/file-1:")
                    .endsWith("1 file, such as " + FILE);
        }
    }

    @Nested
    class Verifying {
        @Test
        void tellsTheMomentAndTheLag() throws Exception {
            Action action = new Follower(sites).action();
            apply(action, context());
            String before = statement(verify(action));
            write("new", "x".repeat(2_000));

            Verdict later = verify(action);
            String after = statement(later);

            assertThat(later)
                    .isInstanceOfSatisfying(
                            Verdict.Holds.class,
                            holds ->
                                    assertThat(holds.evidence().behind())
                                            .map(Behind::bytes)
                                            .contains(2_000L));
            assertThat(before).startsWith("as of 20").doesNotContain("lag");
            assertThat(after).startsWith(before + "; lag 2,000 bytes, ").endsWith("s: 1 file");
        }

        @Test
        void differsWhereTheLagIsTooMuch() throws Exception {
            Action action = new Follower(sites).within(1_000, Duration.ofMinutes(5)).action();
            apply(action, context());
            write("new", "x".repeat(2_000));

            List<Difference> differences = differences(verify(action));

            assertThat(differences)
                    .singleElement()
                    .asString()
                    .startsWith(
                            "the lag of zurich-1: wanted at most 1,000 bytes, 5m, found 2,000 bytes, ");
        }

        @Test
        void missesWhatWasThereBefore() throws Exception {
            Action action = new Follower(sites).action();
            apply(action, context());
            sites.from.write("old", "with an old time, and not brought");

            assertThat(differences(verify(action)))
                    .singleElement()
                    .asString()
                    .contains("/old: wanted 33 bytes, found missing");
        }

        @Test
        void findsAFlippedBit() throws Exception {
            Follower follower = new Follower(sites);
            apply(follower.action(), context());
            Path file = sites.to.root().resolve("d1/e1/file-1.bin");
            FileTime time = Files.getLastModifiedTime(file);
            byte[] content = Files.readAllBytes(file);
            content[7] ^= 1;
            Files.write(file, content);
            Files.setLastModifiedTime(file, time);

            assertThat(verify(follower.action())).isInstanceOf(Verdict.Differs.class);
            assertThat(verify(follower.at(Level.RECORDED).action()))
                    .isInstanceOf(Verdict.Differs.class);
            assertThat(verify(follower.at(Level.COUNT).action())).isInstanceOf(Verdict.Holds.class);
        }

        @Test
        void readsOnlyTheTargetAtTheLevelRecorded() throws Exception {
            Action action = new Follower(sites).at(Level.RECORDED).action();
            apply(action, context());
            Readers source = Readers.on(sites.source);

            String statement = statement(verify(action));

            assertThat(source.calls()).isEmpty();
            assertThat(statement).contains("equal to the SHA-256 that was recorded");
        }

        @Test
        void predictsWhatTheNextPassWouldBring() throws Exception {
            Action action = new Follower(sites).action();
            apply(action, context());
            write("new", "x".repeat(2_000));

            Prediction prediction =
                    action.predict(sites.context(1), gotthard.action.Forecast.EMPTY);

            assertThat(((Prediction.Changes) prediction).changes())
                    .singleElement()
                    .extracting(Prediction.Change::summary)
                    .isEqualTo("1 file, 2,000 bytes");
        }
    }
}
