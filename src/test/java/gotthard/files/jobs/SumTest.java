package gotthard.files.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gotthard.action.Failure;
import gotthard.transfer.Amount;
import gotthard.transfer.Late;
import gotthard.transfer.report.Ending;
import gotthard.transfer.report.Report;
import gotthard.transfer.report.Role;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// All shards together are as bad as the worst of them.
final class SumTest {
    private static final Failure WHY = Failure.transientFailure("left no report", "look");

    @Test
    void addsWhatEachHasDone() {
        Sum sum = Sum.of(List.of(ended(Ending.COMPLETE, 3), ended(Ending.COMPLETE, 4)));

        assertThat(sum.files(Report::placed)).isEqualTo(7);
        assertThat(sum.bytes(Report::placed)).isEqualTo(70);
        assertThat(sum.has(Ending.INCOMPLETE)).isFalse();
        assertThat(sum.unknown()).isEmpty();
    }

    @Test
    void isUnknownWhereOneLeftNoReport() {
        Sum sum = Sum.of(List.of(ended(Ending.COMPLETE, 3), new Shard.Unknown(WHY)));

        assertThat(sum.unknown()).contains(WHY);
    }

    @Test
    void isRefusedWhereOneHasStoppedAndMayPassWhereOneIsBroken() {
        Sum stopped = Sum.of(List.of(ended(Ending.COMPLETE, 3), ended(Ending.STOPPED, 0)));
        Sum broken = Sum.of(List.of(ended(Ending.BROKEN, 1), ended(Ending.COMPLETE, 3)));

        assertThat(stopped.stopped().orElseThrow().kind().mayPass()).isFalse();
        assertThat(broken.stopped().orElseThrow().kind().mayPass()).isTrue();
    }

    @Test
    void namesTenOfThoseThatFailed() {
        Sum sum = Sum.of(List.of(ended(Ending.INCOMPLETE, 7), ended(Ending.INCOMPLETE, 7)));

        assertThat(sum.troubles()).hasSize(10);
        assertThat(sum.total(Report::failed)).isEqualTo(14);
        assertThat(sum.named()).startsWith("f0: it has vanished; f1: it has vanished; ");
    }

    @Test
    void isAskedOnlyWhenNoneWorksAnyMore() {
        var working = new Shard.Working(Optional.empty(), Optional.empty(), Optional.empty());

        assertThatThrownBy(() -> Sum.of(List.of(working)))
                .isInstanceOf(IllegalStateException.class);
    }

    private static Shard ended(Ending ending, int files) {
        var amount = new Amount(files, files * 10L);
        boolean isIncomplete = ending == Ending.INCOMPLETE;
        return new Shard.Ended(
                new Report(
                        Role.RECEIVE,
                        0,
                        1,
                        ending,
                        amount,
                        amount,
                        amount,
                        isIncomplete ? files : 0,
                        0,
                        Late.NONE,
                        Report.Compared.NONE,
                        Optional.empty(),
                        IntStream.range(0, isIncomplete ? files : 0)
                                .mapToObj(
                                        i ->
                                                new Report.Trouble(
                                                        "f" + i, "it has vanished", "copy again"))
                                .toList(),
                        ending == Ending.COMPLETE ? "" : "it did not go well",
                        "",
                        1000,
                        100,
                        10,
                        Optional.empty()),
                Optional.empty());
    }
}
