package gotthard.mover;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A mover in a process of its own, so that it can be killed.
final class MoverProcess {
    private MoverProcess() {}

    /// Begins one under the key `K`, at any port for those who look at it.
    ///
    /// @param log all that it prints, after what is there
    /// @param tls what [Ends] made for it
    static Process start(Path log, Path root, Path tls, Path report, List<String> arguments)
            throws IOException {
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-Xmx96m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Main.class.getName()));
        command.addAll(arguments);
        command.addAll(List.of("--root", root.toString(), "--tls", tls.toString()));
        command.addAll(List.of("--report", report.toString(), "--key", "K", "--control", "0"));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    /// As `kill -9` does; nothing of it is at work afterwards.
    static void kill(Process process) throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
