package gotthard.files.jobs;

import gotthard.sandbox.cluster.Programs;
import gotthard.transfer.Amount;
import gotthard.transfer.Late;
import gotthard.transfer.report.Ending;
import gotthard.transfer.report.Report;
import gotthard.transfer.report.ReportText;
import gotthard.transfer.report.Role;
import gotthard.transfer.report.Told;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/// Movers that move nothing: each pod ends as the test says, once it says so.
public final class PlayedMovers implements Programs {
    public static final End COMPLETE = ended(Ending.COMPLETE, 0);

    private final List<Pod> seen = new CopyOnWriteArrayList<>();
    private final List<Pod> ended = new CopyOnWriteArrayList<>();
    private volatile Function<Pod, Optional<End>> play = _ -> Optional.of(COMPLETE);

    public void play(Function<Pod, Optional<End>> other) {
        play = other;
    }

    /// All that were started, in order.
    public List<Pod> started() {
        return List.copyOf(seen);
    }

    /// Those that were told to end.
    List<Pod> ended() {
        return List.copyOf(ended);
    }

    @Override
    public Optional<End> look(Pod pod) {
        if (!seen.contains(pod)) {
            seen.add(pod);
        }
        return play.apply(pod);
    }

    @Override
    public void end(Pod pod) {
        ended.add(pod);
    }

    /// An end with a report of 10 files of 100 bytes, some of which failed.
    public static End ended(Ending ending, int failed) {
        return ended(ending, failed, Late.NONE, new Amount(10, 1000));
    }

    /// An end with a report of what lies in a folder.
    static End told(Told told) {
        return ended(Role.TELL, Ending.COMPLETE, 0, Late.NONE, Amount.NONE, Optional.of(told));
    }

    /// An end with a report, some of whose things failed.
    ///
    /// @param amount what was listed, wanted and placed
    public static End ended(Ending ending, int failed, Late late, Amount amount) {
        return ended(Role.RECEIVE, ending, failed, late, amount, Optional.empty());
    }

    private static End ended(
            Role role, Ending ending, int failed, Late late, Amount amount, Optional<Told> told) {
        var troubles = new ArrayList<Report.Trouble>();
        for (int i = 0; i < failed; i++) {
            troubles.add(
                    new Report.Trouble(
                            "europe/file-%d.bin".formatted(i),
                            "something else stands there",
                            "move it away"));
        }
        var report =
                new Report(
                        role,
                        0,
                        1,
                        ending,
                        amount,
                        amount,
                        amount,
                        failed,
                        0,
                        late,
                        new Report.Compared(10, 10, 1000, 0),
                        Optional.empty(),
                        troubles,
                        ending == Ending.COMPLETE ? "" : "the disk is full",
                        ending == Ending.COMPLETE ? "" : "make room",
                        1000,
                        1000,
                        10,
                        told);
        return new End(ending.code(), ReportText.of(report));
    }
}
