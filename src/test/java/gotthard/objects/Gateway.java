package gotthard.objects;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// versitygw as a process of its own, which keeps objects in a folder and, where that is switched on for a bucket, their versions.
public final class Gateway extends Store {
    private static final Path BUILD =
            Path.of(System.getProperty("basedir", "."), "src/lab/s3").toAbsolutePath();

    private final int port;
    private final Process server;

    public Gateway(Path folder) throws Exception {
        super(folder);
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Path data = Files.createDirectories(folder.resolve("data"));
        Path versions = Files.createDirectories(folder.resolve("versions"));
        var builder =
                new ProcessBuilder(
                        List.of(
                                binary(),
                                "--port",
                                "127.0.0.1:" + port,
                                "--quiet",
                                "--keep-alive",
                                "posix",
                                "--versioning-dir",
                                versions.toString(),
                                data.toString()));
        builder.environment().put("ROOT_ACCESS_KEY", ACCESS_KEY);
        builder.environment().put("ROOT_SECRET_KEY", secretKey());
        server =
                builder.redirectErrorStream(true)
                        .redirectOutput(folder.resolve("log").toFile())
                        .start();
        awaitAnswer(folder.resolve("log"));
    }

    private static String binary() throws Exception {
        Process build =
                new ProcessBuilder(BUILD.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        String printed =
                new String(build.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(build.waitFor()).as("src/lab/s3 builds versitygw").isZero();
        return printed;
    }

    private void awaitAnswer(Path log) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (true) {
            try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException _) {
                assertThat(server.isAlive() && System.nanoTime() < end)
                        .as("versitygw listens; it said: %s", Files.readString(log))
                        .isTrue();
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
    }

    @Override
    int port() {
        return port;
    }

    @Override
    boolean keepsTags() {
        return true;
    }

    @Override
    public void close() {
        super.close();
        server.destroy();
        try {
            assertThat(server.waitFor(10, TimeUnit.SECONDS)).as("versitygw ends").isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
