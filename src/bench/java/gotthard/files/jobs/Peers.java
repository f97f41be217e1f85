package gotthard.files.jobs;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// `rsync` and `tar` over `ssh` between the same two sites, over the same link, from and to the same disks as the movers.
final class Peers implements AutoCloseable {
    private static final int PORT = 2222;
    private static final String ADDRESS = "10.77.2.1";
    private static final Path LAB = Path.of("src/lab/lab").toAbsolutePath();

    private final Path folder;
    private final Process server;

    private Peers(Path folder, Process server) {
        this.folder = folder;
        this.server = server;
    }

    /// Starts an SSH server beside the target's volume, with keys that are made for it.
    static Peers start(Path folder) throws IOException, InterruptedException {
        for (String key : List.of("host", "own")) {
            end(
                    folder,
                    "ssh-keygen",
                    "-q",
                    "-t",
                    "ed25519",
                    "-N",
                    "",
                    "-f",
                    folder.resolve(key).toString());
        }
        Process server =
                new ProcessBuilder(
                                LAB.toString(),
                                "in",
                                "zurich-1",
                                "bash",
                                "-c",
                                "mkdir -p /run/sshd && exec /usr/sbin/sshd -D -e -f /dev/null -p %d -h %s"
                                                .formatted(PORT, folder.resolve("host"))
                                        + " -o AuthorizedKeysFile="
                                        + folder.resolve("own.pub")
                                        + " -o StrictModes=no -o UsePAM=no -o PidFile=none"
                                        + " -o PermitRootLogin=prohibit-password")
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("sshd.log").toFile())
                        .start();
        var peers = new Peers(folder, server);
        peers.await();
        return peers;
    }

    private void await() throws IOException, InterruptedException {
        for (int tries = 0; tries < 50; tries++) {
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress(ADDRESS, PORT), 500);
                return;
            } catch (IOException _) {
                Thread.sleep(100);
            }
        }
        throw new IllegalStateException(
                "no SSH server: " + Files.readString(folder.resolve("sshd.log")));
    }

    private String ssh() {
        return "ssh -p %d -i %s -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null -o LogLevel=ERROR"
                .formatted(PORT, folder.resolve("own"));
    }

    /// Seconds that `rsync` took.
    ///
    /// @param options `-a`, or `-acn` to compare
    double rsync(String options, Path source, Path target)
            throws IOException, InterruptedException {
        return inMoscow(
                "rsync",
                options,
                "-e",
                ssh(),
                source + "/",
                "root@%s:%s/".formatted(ADDRESS, target));
    }

    /// Seconds that `tar` into `tar` took.
    double tar(Path source, Path target) throws IOException, InterruptedException {
        return inMoscow(
                "bash",
                "-o",
                "pipefail",
                "-c",
                "tar -C %s -cf - . | %s root@%s tar -C %s -xf -"
                        .formatted(source, ssh(), ADDRESS, target));
    }

    /// Seconds that one connection took for so many bytes.
    double tcp(long bytes) throws IOException, InterruptedException {
        int port = PORT + 1;
        Process receiver = java("zurich-1", "receive", String.valueOf(port)).start();
        try {
            Thread.sleep(1_500);
            Process sender =
                    java("moscow", "send", ADDRESS, String.valueOf(port), String.valueOf(bytes))
                            .start();
            String took =
                    new String(sender.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            if (sender.waitFor() != 0) {
                throw new IllegalStateException("no plain connection");
            }
            return Double.parseDouble(took.strip());
        } finally {
            receiver.descendants().forEach(ProcessHandle::destroy);
            receiver.destroy();
        }
    }

    private static ProcessBuilder java(String site, String... arguments) {
        var command =
                new ArrayList<>(
                        List.of(
                                LAB.toString(),
                                "in",
                                site,
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                PlainTcp.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    }

    private double inMoscow(String... words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(LAB.toString(), "in", "moscow"));
        command.addAll(List.of(words));
        long before = System.nanoTime();
        end(folder, command.toArray(String[]::new));
        return (System.nanoTime() - before) / 1e9;
    }

    private static void end(Path folder, String... words) throws IOException, InterruptedException {
        Path said = folder.resolve("said");
        Process process =
                new ProcessBuilder(words)
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(List.of(words) + ": " + Files.readString(said));
        }
    }

    @Override
    public void close() {
        server.descendants().forEach(ProcessHandle::destroy);
        server.destroy();
    }
}
