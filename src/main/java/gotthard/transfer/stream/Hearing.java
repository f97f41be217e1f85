package gotthard.transfer.stream;

import gotthard.transfer.Refused;
import gotthard.transfer.RelativePath;
import gotthard.transfer.manifest.Entry;
import gotthard.transfer.manifest.ManifestWriter;
import gotthard.transfer.manifest.Seal;
import gotthard.transfer.wire.Frame;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Hears the manifest of a source, and writes it down.
final class Hearing {
    private final Wire wire;
    private final Meter meter;
    private Optional<RelativePath> previous = Optional.empty();

    Hearing(Wire wire, Meter meter) {
        this.wire = wire;
        this.meter = meter;
    }

    /// To the end of the manifest.
    ///
    /// @param to a file for it; torn unless this comes to its end
    Seal run(Path to, Digesting.Listener listener)
            throws IOException, Refused, InterruptedException {
        try (var source = ManifestWriter.begin(Files.newOutputStream(to))) {
            while (true) {
                switch (wire.next()) {
                    case Frame.Listed(var entries) -> {
                        for (Entry entry : entries) {
                            checkOrder(entry);
                            source.add(entry);
                            meter.listed(entry);
                        }
                        listener.found(entries);
                    }
                    case Frame.ListedAll(Seal seal) -> {
                        if (!source.seal().equals(seal)) {
                            throw new Refused(
                                    "the manifest of the source arrived altered",
                                    "check what stands between both ends, and try again");
                        }
                        meter.heard(seal);
                        return seal;
                    }
                    case Frame unexpected -> throw Unexpected.refused(unexpected);
                }
            }
        }
    }

    private void checkOrder(Entry entry) throws Refused {
        if (previous.filter(path -> path.compareTo(entry.path()) >= 0).isPresent()) {
            throw new Refused(
                    "the source lists " + entry.path() + " after " + previous.get(),
                    "check that both ends are of the same version");
        }
        previous = Optional.of(entry.path());
    }
}
