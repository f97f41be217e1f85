package gotthard.transfer.stream;

import gotthard.transfer.Refused;
import gotthard.transfer.manifest.Entry;
import gotthard.transfer.manifest.ManifestReader;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The files of a source's manifest by their numbers, to be asked for in their order.
final class Numbered implements Closeable {
    private final ManifestReader reader;
    private long next;

    Numbered(Path manifest) throws IOException, Refused {
        this.reader = ManifestReader.open(Files.newInputStream(manifest));
    }

    /// @throws Refused when there is no file of that number
    Entry file(long number) throws IOException, Refused {
        Optional<Entry> entry = reader.next();
        for (; next < number && entry.isPresent(); next++) {
            entry = reader.next();
        }
        next++;
        return entry.filter(Sizes::isFile)
                .orElseThrow(
                        () ->
                                new Refused(
                                        "the target wants what is no file of the manifest",
                                        "check that both ends are of the same version"));
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
