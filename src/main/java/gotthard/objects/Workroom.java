package gotthard.objects;

import gotthard.action.Failure;
import gotthard.action.Unreachable;
import gotthard.transfer.Refused;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A folder of this machine for manifests, which hold names of objects; only who runs the tool may read it, and it is removed in the end.
record Workroom(Path folder) implements AutoCloseable {
    /// What is done in it.
    @FunctionalInterface
    interface Task<T> {
        T in(Path folder) throws IOException, Refused, Unreachable, InterruptedException;
    }

    /// What needs one that is there.
    @FunctionalInterface
    interface Work<T> {
        T done() throws IOException, Refused, Unreachable, InterruptedException;
    }

    static <T> T use(Task<T> task) throws Unreachable, InterruptedException {
        try (Workroom room = open()) {
            return trying(() -> task.in(room.folder()));
        }
    }

    /// A new one.
    static Workroom open() throws Unreachable {
        try {
            return new Workroom(Files.createTempDirectory("gotthard-objects-"));
        } catch (IOException broken) {
            throw unusable(broken);
        }
    }

    /// Does something in one, and says what goes wrong as the engine knows it.
    static <T> T trying(Work<T> work) throws Unreachable, InterruptedException {
        try {
            return work.done();
        } catch (Refused refused) {
            throw new Unreachable(Failure.refused(refused.what(), refused.next()));
        } catch (IOException broken) {
            throw unusable(broken);
        }
    }

    /// What can't be removed is left to who cleans the folder for temporary files.
    @Override
    public void close() {
        try {
            remove(folder);
        } catch (IOException _) {
            folder.toFile().deleteOnExit();
        }
    }

    private static Unreachable unusable(IOException broken) {
        return new Unreachable(
                Failure.transientFailure(
                        "a manifest can't be kept in the folder for temporary files of this machine ("
                                + broken.getMessage()
                                + ")",
                        "free space there, or name another with -Djava.io.tmpdir"));
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
