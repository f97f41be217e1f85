package gotthard.files;

import gotthard.world.Level;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// How much of the files of a cell lies in its two folders, and beside the second, byte for byte.
record Stored(FileTree from, FileTree to) {
    Level atTheSource(int files) throws IOException {
        return level(contents(from.root()).size(), files);
    }

    /// What has arrived under another name lies there, too.
    Level atTheTarget() throws IOException {
        Map<String, String> wanted = contents(from.root());
        Map<String, String> there = contents(to.root());
        long equal =
                wanted.entrySet().stream()
                        .filter(file -> file.getValue().equals(there.get(file.getKey())))
                        .count();
        boolean isMore = there.size() > equal || isStaged();
        Level level = level(equal, wanted.size());
        return level == Level.NONE && isMore ? Level.HALF : level;
    }

    private static Level level(long equal, long of) {
        if (equal == 0) {
            return Level.NONE;
        }
        return equal == of ? Level.FULL : Level.HALF;
    }

    private boolean isStaged() throws IOException {
        if (!Files.exists(to.root().getParent())) {
            return false;
        }
        try (Stream<Path> beside = Files.list(to.root().getParent())) {
            for (Path folder : beside.toList()) {
                Path stage = folder.resolve(to.root().getFileName()).resolve("stage");
                if (folder.getFileName().toString().startsWith(".gotthard-")
                        && !contents(stage).isEmpty()) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Map<String, String> contents(Path folder) throws IOException {
        var contents = new TreeMap<>(new FileTree(folder).describe());
        contents.values().removeIf(what -> !what.startsWith("file "));
        return contents;
    }
}
