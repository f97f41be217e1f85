package gotthard.ssh;

import com.jcraft.jsch.ChannelExec;
import com.jcraft.jsch.JSchException;

import gotthard.action.Unreachable;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicBoolean;

/// A command that runs on a host.
public final class Running implements AutoCloseable {
    private static final int MOST_ERRORS = 16_384;
    private static final int PIPE = 1 << 20;
    private static final int WINDOW = 8 << 20;
    private static final int PATIENCE_MILLIS = 15_000;

    private final Lanes lanes;
    private final Lanes.Lane lane;
    private final ChannelExec channel;
    private final String program;
    private final Pipe printed = new Pipe(PIPE);
    private final Bounded errors = new Bounded(MOST_ERRORS);
    private final InputStream output = printed.out();
    private final AtomicBoolean left = new AtomicBoolean();
    private final OutputStream input;

    private Running(Lanes lanes, Lanes.Lane lane, ChannelExec channel, String program)
            throws IOException {
        this.lanes = lanes;
        this.lane = lane;
        this.channel = channel;
        this.program = program;
        this.input = new BufferedOutputStream(channel.getOutputStream(), 65_536);
    }

    /// Starts a command on a lane; the lane is left when that fails.
    ///
    /// @throws NotStarted when the host has certainly not been asked to start it
    static Running start(Lanes lanes, Lanes.Lane lane, String line, String program)
            throws NotStarted, Unreachable, InterruptedException {
        try {
            ChannelExec channel = lane.exec();
            channel.setCommand(HostConnector.utf8(line));
            channel.setLocalWindowSizeMax(WINDOW);
            var running = new Running(lanes, lane, channel, program);
            channel.setOutputStream(running.printed.in());
            channel.setErrStream(running.errors);
            channel.connect(PATIENCE_MILLIS);
            return running;
        } catch (JSchException | IOException e) {
            lanes.leave(lane);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (wasAsked(e)) {
                throw lanes.broken("started " + program);
            }
            throw new NotStarted(e);
        }
    }

    /// The library opens a channel first, and asks for the command when the host has confirmed it. It tells the second part from the
    /// first by these words only (JSch 2.28, `ChannelExec.start` and `Request.write`).
    private static boolean wasAsked(Exception e) {
        String words = String.valueOf(e.getMessage());
        return words.equals("ChannelExec") || words.contains("channel request");
    }

    /// What it prints, to be read to the end.
    public InputStream output() {
        return output;
    }

    /// What it reads, to be closed at the end.
    public OutputStream input() {
        return input;
    }

    /// Writes all of an input and closes it, on a thread of its own. That the command doesn't want it all is no error.
    public Thread feed(InputStream from) {
        return Thread.ofVirtual()
                .start(
                        () -> {
                            try (from;
                                    input) {
                                from.transferTo(input);
                            } catch (IOException _) {
                                return; // the command has ended, and tells why
                            }
                        });
    }

    /// Waits for its end; the output has been read to its end before. The output is not in what is given back.
    public Ran await() throws Unreachable, InterruptedException {
        int wait = 1;
        while (!channel.isClosed()) {
            Thread.sleep(wait); // the library has no signal for it
            wait = Math.min(20, wait * 2);
        }
        int exit = channel.getExitStatus();
        if (exit < 0) {
            throw lanes.broken("ran " + program);
        }
        return new Ran(exit, "", errors.textSinceBegin());
    }

    /// What it has printed on its standard error so far.
    public String errors() {
        return errors.textSinceBegin();
    }

    /// Ends the channel, and with it a command that still runs.
    @Override
    public void close() {
        if (left.compareAndSet(false, true)) {
            printed.abandon();
            channel.disconnect();
            lanes.leave(lane);
        }
    }

    /// No channel could be opened for a command, so that it can be tried again without running twice.
    static final class NotStarted extends Exception {
        private static final long serialVersionUID = 1L;

        private NotStarted(Exception cause) {
            super(cause);
        }
    }
}
