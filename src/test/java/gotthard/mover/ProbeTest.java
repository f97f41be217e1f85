package gotthard.mover;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.transfer.report.Told;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// What scanners do to a file.
final class ProbeTest {
    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource(names = {"GONE", "CHANGED", "STAYED"})
    void tellsWhatBecameOfIt(Told.Probe fate) throws Exception {
        Path file = folder.resolve("probe");

        Told.Probe told = new Probe(_ -> scan(file, fate)).run(file, Duration.ofHours(1), _ -> {});

        assertThat(told).isEqualTo(fate);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void makesNoneAfterTheEnd() throws Exception {
        var probe = new Probe(_ -> {});
        probe.end();

        assertThat(probe.run(folder.resolve("probe"), Duration.ZERO, _ -> {}))
                .isEqualTo(Told.Probe.UNWRITTEN);
        assertThat(folder).isEmptyDirectory();
    }

    private static void scan(Path file, Told.Probe fate) {
        try {
            switch (fate) {
                case GONE -> Files.delete(file);
                case CHANGED -> Files.writeString(file, "quarantined");
                case STAYED, UNWRITTEN -> {}
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
