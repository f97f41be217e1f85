package gotthard.transfer.stream;

import gotthard.transfer.Refused;
import gotthard.transfer.manifest.Entry;
import gotthard.transfer.wire.Frame;
import gotthard.transfer.wire.Packer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/// The end at the source of a comparison: tells what is there, and hears what the target says of it. Only the first line is used.
public final class Declaring {
    private final Source source;
    private final Look look;
    private final Pace pace;
    private final Meter meter;
    private final Executor executor;

    /// Declares what a manifest lists.
    ///
    /// @param look the same as at the other end
    public Declaring(Source source, Look look, Pace pace, Meter meter, Executor executor) {
        this.source = source;
        this.look = look;
        this.pace = pace;
        this.meter = meter;
        this.executor = executor;
    }

    /// Makes one attempt. What the target has placed stands for what it found alike.
    ///
    /// @param lines are closed at the end
    public Ended run(List<Line> lines) throws InterruptedException {
        var pacing = new Pacing(pace);
        var wires = lines.stream().map(line -> new Wire(line, pacing, meter)).toList();
        try {
            return Endings.of(() -> declare(wires));
        } finally {
            wires.forEach(Wire::close);
        }
    }

    private Ended declare(List<Wire> wires) throws IOException, Refused, InterruptedException {
        Wire wire = wires.getFirst();
        var digesting = new Digesting(source.tree(), look, executor);
        try (var packer = new Packer()) {
            wire.send(packer, Greeting.of(0, wires.size(), source.part()));
            new Telling(source, digesting, meter).run(wire);
            Tally tally = answer(wire, packer);
            meter.told(tally);
            return tally.failed() == 0
                    ? new Ended.Complete(tally)
                    : new Ended.Incomplete(tally, List.of());
        } catch (IOException | Refused failed) {
            Endings.told(failed).ifPresent(wire::stop);
            throw failed;
        }
    }

    /// Reads what the target asks for, until it says what it has found.
    private Tally answer(Wire wire, Packer packer)
            throws IOException, Refused, InterruptedException {
        var digesting = new Digesting(source.tree(), new Look.Full(), executor);
        try (var named = new Numbered(source.manifest())) {
            while (true) {
                switch (wire.next()) {
                    case Frame.Wanted(var wishes) -> {
                        var files = new ArrayList<Entry>();
                        for (Frame.Wish wish : wishes) {
                            files.add(named.file(wish.number()));
                        }
                        digesting.read(files);
                        wire.send(packer, new Frame.Listed(files));
                    }
                    case Frame.Placed(long files, long bytes, long failed, long extra) -> {
                        return new Tally(files, bytes, failed, extra);
                    }
                    case Frame unexpected -> throw Unexpected.refused(unexpected);
                }
            }
        }
    }
}
