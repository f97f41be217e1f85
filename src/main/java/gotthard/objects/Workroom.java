package gotthard.objects;

import gotthard.action.Failure;
import gotthard.action.Unreachable;
import gotthard.transfer.Refused;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A folder of this machine for manifests, which hold names of objects; only who runs the tool may read it, and it is removed in the end.
final class Workroom {
    private Workroom() {}

    /// What is done in it.
    @FunctionalInterface
    interface Task<T> {
        T in(Path folder) throws IOException, Refused, Unreachable, InterruptedException;
    }

    static <T> T use(Task<T> task) throws Unreachable, InterruptedException {
        try {
            Path folder = Files.createTempDirectory("gotthard-objects-");
            try {
                return task.in(folder);
            } finally {
                remove(folder);
            }
        } catch (Refused refused) {
            throw new Unreachable(Failure.refused(refused.what(), refused.next()));
        } catch (IOException broken) {
            throw new Unreachable(
                    Failure.transientFailure(
                            "a manifest can't be kept in the folder for temporary files of this machine ("
                                    + broken.getMessage()
                                    + ")",
                            "free space there, or name another with -Djava.io.tmpdir"));
        }
    }

    private static void remove(Path folder) throws IOException {
        List<Path> all;
        try (var found = Files.walk(folder)) {
            all = found.sorted(java.util.Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.deleteIfExists(path);
        }
    }
}
