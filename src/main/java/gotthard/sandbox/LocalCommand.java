package gotthard.sandbox;

import gotthard.sandbox.witness.Act;
import gotthard.sandbox.witness.Witness;

import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A command line that came over SSH, run by the machine's own shell as `sshd` does.
final class LocalCommand implements Command {
    private static final int CHUNK = 65_536;

    private final String line;
    private final Place place;
    private final Faults faults;
    private final Witness witness;
    private InputStream input = InputStream.nullInputStream();
    private OutputStream output = OutputStream.nullOutputStream();
    private OutputStream errors = OutputStream.nullOutputStream();
    private ExitCallback ended = (_, _, _) -> {};
    private volatile boolean destroyed;
    private volatile Runnable kill = () -> {};

    /// The host.
    ///
    /// @param folder with its `home`
    record Place(String name, Path folder) {
        Path home() {
            return folder.resolve("home");
        }
    }

    LocalCommand(String line, Place place, Faults faults, Witness witness) {
        this.line = line;
        this.place = place;
        this.faults = faults;
        this.witness = witness;
    }

    @Override
    public void setInputStream(InputStream in) {
        input = in;
    }

    @Override
    public void setOutputStream(OutputStream out) {
        output = out;
    }

    @Override
    public void setErrorStream(OutputStream err) {
        errors = err;
    }

    @Override
    public void setExitCallback(ExitCallback callback) {
        ended = callback;
    }

    @Override
    public void start(ChannelSession channel, Environment environment) {
        Thread.ofVirtual().name("sandbox command").start(this::run);
    }

    @Override
    public void destroy(ChannelSession channel) {
        destroyed = true;
        kill.run();
    }

    private void run() {
        try {
            Thread.sleep(faults.delay());
            var act = new Act.Command(place.name(), line);
            witness.before(act);
            Process process = process();
            kill = () -> kill(process);
            if (destroyed) {
                kill.run();
            }
            Thread.ofVirtual().start(() -> give(process));
            Thread complaints =
                    Thread.ofVirtual().start(() -> copy(process.getErrorStream(), errors));
            copy(process.getInputStream(), output);
            complaints.join();
            int code = process.waitFor();
            witness.after(act);
            ended.onExit(code);
        } catch (IOException e) {
            ended.onExit(126, "the sandbox can't start /bin/sh: " + e.getMessage());
        } catch (InterruptedException _) {
            ended.onExit(255, "interrupted");
        }
    }

    /// One that has ended is left alone: its number may be another's by now, and so would be the children that are found by it.
    private static void kill(Process process) {
        if (process.isAlive()) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private Process process() throws IOException {
        var words = new ArrayList<>(faults.starter());
        words.addAll(List.of("/bin/sh", "-c", line));
        var builder = new ProcessBuilder(words).directory(place.home().toFile());
        var environment = builder.environment();
        String path = environment.getOrDefault("PATH", "/usr/bin:/bin");
        environment.clear();
        environment.put("PATH", faults.programs() + ":" + path);
        environment.put("HOME", place.home().toString());
        environment.put("USER", "sandbox");
        return builder.start();
    }

    private void give(Process process) {
        var chunk = new byte[CHUNK];
        try (OutputStream to = process.getOutputStream()) {
            for (int count = input.read(chunk); count >= 0; count = input.read(chunk)) {
                faults.input(chunk, count);
                var act = new Act.Input(place.name(), line, count);
                witness.before(act);
                to.write(chunk, 0, count);
                witness.after(act);
                if (input.available() == 0) {
                    to.flush();
                }
            }
        } catch (IOException _) {
            return; // the command has ended, or the connection has
        }
    }

    private static void copy(InputStream from, OutputStream to) {
        var chunk = new byte[CHUNK];
        try (from) {
            for (int count = from.read(chunk); count >= 0; count = from.read(chunk)) {
                to.write(chunk, 0, count);
                to.flush();
            }
        } catch (IOException _) {
            return; // the connection has ended
        }
    }
}
