package gotthard.mover;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What may still hold content that was deleted in a folder, as far as it can be seen from there.
final class Remains {
    private static final List<String> SNAPSHOTS =
            List.of(".zfs/snapshot", ".snapshot", ".snapshots");

    private Remains() {}

    /// Snapshots of the file system, and what other keys keep in the folder, in lines.
    static List<String> at(Command.Place place) throws IOException {
        var found = new ArrayList<String>();
        Path root = place.root().toAbsolutePath();
        for (Path kept : list(root, ".gotthard-*")) {
            if (!kept.getFileName().toString().startsWith(".gotthard-" + place.key() + "-")) {
                found.add("kept by another run, until gotthard collect: " + kept);
            }
        }
        for (Path at = root; at != null; at = at.getParent()) {
            for (String name : SNAPSHOTS) {
                for (Path one : list(at.resolve(name), "*")) {
                    found.add("snapshot " + one);
                }
            }
        }
        return found;
    }

    private static List<Path> list(Path folder, String names) throws IOException {
        var all = new ArrayList<Path>();
        if (!Files.isDirectory(folder) || !Files.isReadable(folder)) {
            return all;
        }
        try (DirectoryStream<Path> children = Files.newDirectoryStream(folder, names)) {
            children.forEach(all::add);
        }
        all.sort(null);
        return all;
    }
}
