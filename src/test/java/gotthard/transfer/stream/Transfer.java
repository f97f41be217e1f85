package gotthard.transfer.stream;

import gotthard.transfer.manifest.Sorter;
import gotthard.transfer.tree.Owners;
import gotthard.transfer.tree.Part;
import gotthard.transfer.tree.Tree;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;

/// Two folders, of which one is brought to the other.
record Transfer(Path folder, Path source, Path target) {
    static Transfer in(Path folder) throws Exception {
        return new Transfer(
                folder,
                Files.createDirectory(folder.resolve("source")),
                Files.createDirectory(folder.resolve("target")));
    }

    /// One attempt for one part over good lines; what the target says of it.
    Ended bring(Part part, Manner.Standing standing) throws Exception {
        return bring(Loopback.good(3), part, standing);
    }

    Ended bring(Loopback lines, Part part, Manner.Standing standing) throws Exception {
        return bring(lines, part, new Manner(Owners.RECEIVER, Manner.Reading.BACK, standing));
    }

    Ended bring(Loopback lines, Part part, Manner manner) throws Exception {
        Path manifest = survey(part);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var from = new Source(Tree.at(source), manifest, part);
            var sender = new Sender(from, Pace.FREE, new Meter(), executor);
            var sending = executor.submit(() -> sender.send(lines.source()));
            Ended ended =
                    new Receiver(to(part), manner, new Meter(), executor).receive(lines.target());
            sending.get();
            return ended;
        }
    }

    Target to(Part part) throws Exception {
        return new Target(Tree.at(target), "key-" + part.index(), part);
    }

    Path survey(Part part) throws Exception {
        Path manifest = folder.resolve("source.manifest");
        try (var sorter = new Sorter(folder, 10_000)) {
            Tree.at(source).survey(part, sorter, Files.newOutputStream(manifest));
        }
        return manifest;
    }
}
