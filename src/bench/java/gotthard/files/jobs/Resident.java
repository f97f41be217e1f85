package gotthard.files.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Watches how much memory movers take, in whatever container of this machine they run (`VmHWM`, proc(5)).
final class Resident implements AutoCloseable {
    private static final List<String> ROLES = List.of("send", "receive");

    private final Map<String, Long> most = new TreeMap<>();
    private final Thread watching = Thread.ofPlatform().daemon().start(this::watch);

    /// The most that one process at each end took.
    String told() {
        synchronized (most) {
            return most.entrySet().stream()
                    .map(one -> "%s %,d MB".formatted(one.getKey(), one.getValue() / 1024))
                    .collect(Collectors.joining(", "));
        }
    }

    @Override
    public void close() {
        watching.interrupt();
    }

    private void watch() {
        try {
            while (true) {
                ProcessHandle.allProcesses().forEach(this::look);
                Thread.sleep(Duration.ofMillis(300));
            }
        } catch (InterruptedException _) {
            // It was closed.
        }
    }

    private void look(ProcessHandle process) {
        List<String> words = Arrays.asList(process.info().arguments().orElse(new String[0]));
        if (words.contains("--root") && words.contains("--tls")) {
            ROLES.stream()
                    .filter(words::contains)
                    .findFirst()
                    .ifPresent(role -> look(process, role));
        }
    }

    private void look(ProcessHandle process, String role) {
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
        try {
            for (String line : Files.readAllLines(status)) {
                if (line.startsWith("VmHWM:")) {
                    long kilobytes = Long.parseLong(line.replaceAll("[^0-9]", ""));
                    synchronized (most) {
                        most.merge(role, kilobytes, Math::max);
                    }
                }
            }
        } catch (IOException _) {
            // It has ended.
        }
    }
}
