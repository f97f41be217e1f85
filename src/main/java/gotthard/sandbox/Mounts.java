package gotthard.sandbox;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/// The absolute paths that a host of the sandbox knows, and the folders that stand for them: what a root of its own would do.
final class Mounts {
    private final Map<String, Path> folders = new ConcurrentSkipListMap<>();

    void add(String absolute, Path folder) {
        folders.put(absolute, folder);
    }

    /// A command line of quoted words, with the folders in place of the paths that words begin with.
    String line(String quoted) {
        String line = quoted;
        for (Map.Entry<String, Path> mount : folders.entrySet()) {
            String word = "'" + mount.getKey();
            String real = "'" + mount.getValue();
            line = line.replace(word + "/", real + "/").replace(word + "'", real + "'");
        }
        return line;
    }
}
