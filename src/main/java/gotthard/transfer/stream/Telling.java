package gotthard.transfer.stream;

import gotthard.transfer.Refused;
import gotthard.transfer.manifest.Entry;
import gotthard.transfer.manifest.ManifestReader;
import gotthard.transfer.manifest.ManifestWriter;
import gotthard.transfer.wire.Frame;
import gotthard.transfer.wire.Packer;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.List;

/// Tells the other end what a source has: its manifest, with the digests of what a look reads.
record Telling(Source source, Digesting digesting, Meter meter) {
    private static final int BATCH = 500;

    /// The whole manifest, on a line that was greeted.
    void run(Wire wire) throws IOException, Refused, InterruptedException {
        try (var packer = new Packer();
                var entries = ManifestReader.open(Files.newInputStream(source.manifest()));
                var told = ManifestWriter.begin(OutputStream.nullOutputStream())) {
            digesting.run(
                    entries,
                    some -> {
                        for (int from = 0; from < some.size(); from += BATCH) {
                            int to = Math.min(some.size(), from + BATCH);
                            tell(some.subList(from, to), told, wire, packer);
                        }
                    });
            wire.send(packer, new Frame.ListedAll(told.seal()));
        }
    }

    private void tell(List<Entry> entries, ManifestWriter told, Wire wire, Packer packer)
            throws IOException, InterruptedException {
        for (Entry entry : entries) {
            told.add(entry);
            meter.listed(entry);
        }
        wire.send(packer, new Frame.Listed(entries));
    }
}
