package gotthard.transfer.stream;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.transfer.tree.Part;
import gotthard.transfer.tree.Tree;
import gotthard.transfer.wire.Frame;
import gotthard.transfer.wire.Packer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;

/// What a sender has under way.
final class SenderTest {
    private static final int DATA_LINES = 3;
    private static final int PIECES = 12;

    @TempDir private Path folder;

    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private final List<Endless> away = new ArrayList<>();
    private final List<Endless> back = new ArrayList<>();

    @Test
    void isTwoPiecesALineHoweverMuchALineHolds() throws Exception {
        Transfer transfer = Transfer.in(folder);
        var content = new byte[PIECES * Frame.CHUNK];
        new Random(7).nextBytes(content);
        Files.write(transfer.source().resolve("big"), content);
        Path manifest = transfer.survey(Part.WHOLE);
        for (int i = 0; i <= DATA_LINES; i++) {
            away.add(new Endless());
            back.add(new Endless());
        }

        begin(new Source(Tree.at(transfer.source()), manifest, Part.WHOLE));
        try (var packer = new Packer()) {
            OutputStream first = back.getFirst().out();
            first.write(packer.pack(new Frame.Wanted(List.of(new Frame.Wish(0, new BitSet())))));
            first.write(packer.pack(new Frame.WantedAll(1)));
            awaitStandstill(2 * DATA_LINES);
            List<Integer> atFirst = pieces();
            back.get(1).out().write(packer.pack(new Frame.Taken()));
            awaitStandstill(2 * DATA_LINES + 1);
            List<Integer> afterAnAnswer = pieces();

            assertThat(atFirst).containsExactly(2, 2, 2);
            assertThat(afterAnAnswer).containsExactly(3, 2, 2);
        } finally {
            back.forEach(wire -> close(wire));
        }
    }

    private void begin(Source source) {
        var lines = new ArrayList<Line>();
        for (int i = 0; i <= DATA_LINES; i++) {
            lines.add(new Line(back.get(i).in(), away.get(i).out()));
        }
        Executor executor = task -> threads.add(Thread.ofPlatform().daemon().start(task));
        executor.execute(
                () -> {
                    try {
                        new Sender(source, Pace.FREE, new Meter(), executor).send(lines);
                    } catch (InterruptedException interrupted) {
                        throw new IllegalStateException(interrupted);
                    }
                });
    }

    /// Until so many pieces are on their way, and all wait for each other or for the other end.
    private void awaitStandstill(int pieces) {
        while (pieces().stream().mapToInt(Integer::intValue).sum() < pieces
                || !threads.stream().allMatch(SenderTest::standsStill)) {
            Thread.onSpinWait();
        }
    }

    private static boolean standsStill(Thread thread) {
        return switch (thread.getState()) {
            case WAITING, TERMINATED -> true;
            default -> false;
        };
    }

    /// So many pieces were put on each line with data.
    private List<Integer> pieces() {
        return away.subList(1, away.size()).stream()
                .map(wire -> wire.size() / Frame.CHUNK)
                .toList();
    }

    private static void close(Endless wire) {
        try {
            wire.in().close();
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
