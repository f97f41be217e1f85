package gotthard.transfer.stream;

import gotthard.transfer.Refused;
import gotthard.transfer.wire.Frame;
import gotthard.transfer.wire.FrameInput;
import gotthard.transfer.wire.Packer;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;

/// The frames of one line. One thread reads; several may write.
final class Wire implements Closeable {
    private static final int BUFFER = 65_536;

    /// What goes at once where a pace is kept.
    private static final int SLICE = 65_536;

    private final Line line;
    private final Pacing pacing;
    private final Meter meter;
    private final FrameInput in;
    private final ReentrantLock writing = new ReentrantLock();

    Wire(Line line, Pacing pacing, Meter meter) {
        this.line = line;
        this.pacing = pacing;
        this.meter = meter;
        this.in = new FrameInput(new BufferedInputStream(line.in(), BUFFER));
    }

    /// The next frame.
    ///
    /// @throws Refused also when the other end has given up
    Frame next() throws IOException, Refused {
        try {
            Frame frame = in.next();
            if (frame instanceof Frame.Stopped(var what, var next)) {
                throw new Refused("the other end has given up: " + what, next);
            }
            return frame;
        } catch (IOException broken) {
            throw new LineBroken(broken);
        }
    }

    void send(Packer packer, Frame frame) throws IOException, InterruptedException {
        send(packer.pack(frame));
    }

    /// Waits for its turn before it has the line, so that who gives up can say so meanwhile.
    void send(byte[] packed) throws IOException, InterruptedException {
        pacing.take(Math.min(SLICE, packed.length));
        writing.lock();
        try {
            write(packed, 0);
            for (int from = SLICE; from < packed.length; from += SLICE) {
                pacing.take(Math.min(SLICE, packed.length - from));
                write(packed, from);
            }
        } finally {
            writing.unlock();
        }
    }

    /// Tells the other end why, unless that would have to wait.
    void stop(Refused why) {
        if (writing.tryLock()) {
            try (var packer = new Packer()) {
                write(packer.pack(new Frame.Stopped(why.what(), why.next())), 0);
            } catch (IOException _) {
                // The line is broken, which tells enough.
            } finally {
                writing.unlock();
            }
        }
    }

    /// Ends what waits on the line, from another thread.
    void hangUp() {
        try {
            line.close();
        } catch (IOException _) {
            // Nothing is left to be told on it.
        }
    }

    /// When no thread uses it any more.
    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException _) {
            // Nothing is left to be told on it.
        }
        hangUp();
    }

    private void write(byte[] packed, int from) throws IOException {
        int count = Math.min(SLICE, packed.length - from);
        try {
            line.out().write(packed, from, count);
            line.out().flush();
        } catch (IOException broken) {
            throw new LineBroken(broken);
        }
        meter.sent(count);
    }
}
