package gotthard.mover;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// The keys of two ends that know each other, as mounted Secrets show them.
record Ends(Path own, Path other) {
    private static List<Identity> made = List.of();

    /// In folders of one test.
    static Ends in(Path folder) throws IOException, InterruptedException {
        List<Identity> two = made(folder);
        return new Ends(
                two.getFirst().secret(folder.resolve("own"), two.getLast(), "token"),
                two.getLast().secret(folder.resolve("other"), two.getFirst(), "token"));
    }

    /// Once for all tests of this process.
    private static synchronized List<Identity> made(Path folder)
            throws IOException, InterruptedException {
        if (made.isEmpty()) {
            made =
                    List.of(
                            Identity.make(folder, "-validity", "1"),
                            Identity.make(folder, "-validity", "1"));
        }
        return made;
    }
}
