package gotthard.ssh;

import gotthard.action.Unreachable;
import gotthard.inventory.EndpointName;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/// Runs commands on one host, several at once. It connects again by itself when a connection broke; a command that ran meanwhile has
/// failed.
public final class HostConnection implements AutoCloseable {
    private static final int MOST_OUTPUT = 65_536;

    private final Lanes lanes;

    HostConnection(Lanes lanes) {
        this.lanes = lanes;
    }

    /// The host's name in the inventory.
    public EndpointName name() {
        return lanes.host().name();
    }

    /// The address and port that it is reached at.
    public String address() {
        return PinnedKeys.address(lanes.host());
    }

    /// Runs a command without input to its end and keeps the first 64 KiB of its output.
    public Ran run(List<String> words) throws Unreachable, InterruptedException {
        return run(words, InputStream.nullInputStream());
    }

    /// Runs a command to its end, with an input that ends, and keeps the first 64 KiB of its output.
    public Ran run(List<String> words, InputStream input) throws Unreachable, InterruptedException {
        try (Running running = start(words)) {
            Thread feeder = running.feed(input);
            var output = new Bounded(MOST_OUTPUT);
            running.output().transferTo(output);
            Ran ended = running.await();
            feeder.join();
            return new Ran(ended.exit(), output.text(), ended.errors());
        } catch (IOException _) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            throw lanes.broken("ran " + words.getFirst());
        }
    }

    /// Starts a command whose input and output are streams. Its output must be read while its input is written.
    ///
    /// A connection that turns out to be dead before the command was asked for is replaced, once: the command has certainly not
    /// started then.
    public Running start(List<String> words) throws Unreachable, InterruptedException {
        String line = ShellWords.line(words);
        try {
            return Running.start(lanes, lanes.enter(), line, words.getFirst());
        } catch (Running.NotStarted _) {
            return startOnANewConnection(line, words.getFirst());
        }
    }

    private Running startOnANewConnection(String line, String program)
            throws Unreachable, InterruptedException {
        try {
            return Running.start(lanes, lanes.enterNew(), line, program);
        } catch (Running.NotStarted _) {
            throw lanes.silent(program);
        }
    }

    @Override
    public void close() {
        lanes.close();
    }

    void connect() throws Unreachable, InterruptedException {
        lanes.leave(lanes.enter());
    }
}
