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

    private final Line line;
    private final FrameInput in;
    private final ReentrantLock writing = new ReentrantLock();

    Wire(Line line) {
        this.line = line;
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

    void send(Packer packer, Frame frame) throws IOException {
        send(packer.pack(frame));
    }

    void send(byte[] packed) throws IOException {
        writing.lock();
        try {
            line.out().write(packed);
            line.out().flush();
        } catch (IOException broken) {
            throw new LineBroken(broken);
        } finally {
            writing.unlock();
        }
    }

    /// Tells the other end why, unless that would have to wait.
    void stop(Refused why) {
        if (writing.tryLock()) {
            try (var packer = new Packer()) {
                send(packer, new Frame.Stopped(why.what(), why.next()));
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
}
