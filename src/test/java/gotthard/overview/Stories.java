package gotthard.overview;

import gotthard.action.Difference;
import gotthard.action.Evidence;
import gotthard.action.Progress;
import gotthard.journal.Ending;
import gotthard.journal.Event;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/// Runs that tests look at.
public final class Stories {
    private static final Instant START = Instant.parse("2019-11-04T08:00:00Z");
    private static final Duration MOMENT = Duration.ofMillis(400);

    private Stories() {}

    /// Everything went straight on and waits at the gate.
    public static Story waiting() {
        return copied("europe-files-k3x9q", START)
                .after(MOMENT)
                .waits("go", "platform-lead", "supervisor");
    }

    /// From the first to the last step.
    public static Story done() {
        return waiting()
                .after(Duration.ofMinutes(42))
                .approved("go", "platform-lead-1", "supervisor-1")
                .after(MOMENT)
                .intends("switch", 1)
                .after(MOMENT)
                .ends("switch")
                .holds("switch", Evidence.of(1, "2 of 2 replicas are ready"))
                .ended(Ending.DONE);
    }

    /// A connection broke, then one file arrived altered, and all was undone.
    public static Story rolledBack() {
        return Story.begins("europe-files-p7r2m", START.plus(Duration.ofDays(1)))
                .after(MOMENT)
                .found("ready", "12 findings, all good")
                .after(MOMENT)
                .intends("files[zurich-1]", 1)
                .after(Duration.ofSeconds(3))
                .fails(
                        "files[zurich-1]",
                        "the connection to zurich-1/files-1 broke",
                        "check the network between here and zurich-1")
                .after(Duration.ofSeconds(5))
                .intends("files[zurich-1]", 2)
                .after(Duration.ofSeconds(20))
                .ends("files[zurich-1]")
                .after(MOMENT)
                .differs(
                        "files[zurich-1]",
                        new Difference(
                                "zurich-1/files-1:/srv/files/europe/a|b.bin",
                                "36,104 bytes, SHA-256 9f86d0",
                                "36,104 bytes, SHA-256 77ab10",
                                Difference.Owner.OURS_OR_ABSENT))
                .givesUp("files[zurich-1]")
                .turnsBack("files[zurich-1] failed for good")
                .after(MOMENT)
                .undoes(
                        "files[zurich-1]",
                        Evidence.of(1204, "1,204 files removed, the rest as before"))
                .ended(Ending.ROLLED_BACK);
    }

    /// The source was spared twice while files were copied; a night without a process cuts the second time, which goes on.
    public static Story spared() {
        return Story.begins("europe-files-s5t4u", START)
                .after(MOMENT)
                .found("ready", "12 findings, all good")
                .after(MOMENT)
                .intends("workload[zurich-1]", 1)
                .intends("files[zurich-1]", 1)
                .after(Duration.ofSeconds(10))
                .rests("moscow", "0.61")
                .after(Duration.ofSeconds(90))
                .goesOn("moscow")
                .after(Duration.ofSeconds(30))
                .ends("files[zurich-1]")
                .holds("files[zurich-1]", Story.files(1204, 1204, 36_104_000))
                .intends("files[zurich-2]", 1)
                .after(Duration.ofSeconds(5))
                .rests("moscow", "nothing that could be read")
                .after(Duration.ofSeconds(7))
                .ended(Ending.STOPPED)
                .after(Duration.ofHours(8))
                .add(new Event.RunResumed("0.1.0", "platform-lead-1 on desk-1"))
                .after(Duration.ofSeconds(20));
    }

    /// Files are on their way; how many there are at the second site is not known.
    public static Story underway() {
        return Story.begins("europe-files-a1b2c", START)
                .after(MOMENT)
                .found("ready", "12 findings, all good")
                .after(MOMENT)
                .intends("files[zurich-1]", 1)
                .intends("files[zurich-2]", 1)
                .after(Duration.ofSeconds(30))
                .shows(
                        "files[zurich-1]",
                        new Progress(
                                1300, OptionalLong.of(1204), Progress.Unit.FILES, "copies files"))
                .shows(
                        "files[zurich-2]",
                        new Progress(
                                17, OptionalLong.empty(), Progress.Unit.FILES, "copies files"));
    }

    private static Story copied(String run, Instant start) {
        return Story.begins(run, start)
                .after(MOMENT)
                .found("ready", "12 findings, all good")
                .after(MOMENT)
                .intends("workload[zurich-1]", 1)
                .intends("files[zurich-1]", 1)
                .intends("files[zurich-2]", 1)
                .after(Duration.ofSeconds(4))
                .ends("workload[zurich-1]")
                .holds("workload[zurich-1]", Evidence.of(4, "4 objects as wanted"))
                .after(Duration.ofSeconds(9))
                .ends("files[zurich-1]")
                .after(MOMENT)
                .holds("files[zurich-1]", Story.files(1204, 1204, 36_104_000))
                .after(Duration.ofSeconds(1))
                .ends("files[zurich-2]")
                .after(MOMENT)
                .holds("files[zurich-2]", Story.files(1204, 1204, 36_104_000));
    }
}
