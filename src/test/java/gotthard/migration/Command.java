package gotthard.migration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// A command of the tool that is under way in a process of its own.
///
/// @param typed what was typed
record Command(String typed, Process process, Path out, Path err) {
    private static final long MOST_SECONDS = 240;

    Ran ended() throws IOException, InterruptedException {
        boolean inTime = process.waitFor(MOST_SECONDS, TimeUnit.SECONDS);
        if (!inTime) {
            process.destroyForcibly().waitFor();
        }
        var ran = new Ran(typed, process.exitValue(), Files.readString(out), Files.readString(err));
        if (!inTime) {
            throw new AssertionError("it did not end within " + MOST_SECONDS + " s\n" + ran);
        }
        return ran;
    }

    /// Ends it as `kill -9` does.
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
