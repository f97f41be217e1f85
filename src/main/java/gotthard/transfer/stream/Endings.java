package gotthard.transfer.stream;

import gotthard.transfer.Refused;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Optional;

/// Turns what one end of a transfer meets into how it ended.
final class Endings {
    private Endings() {}

    /// An attempt.
    @FunctionalInterface
    interface Attempt {
        Ended run() throws IOException, Refused, InterruptedException;
    }

    static Ended of(Attempt attempt) throws InterruptedException {
        try {
            return attempt.run();
        } catch (LineBroken broken) {
            return new Ended.Broken(
                    "the line to the other end broke: " + broken.getMessage(),
                    "try again; what has arrived is kept");
        } catch (IOException failed) {
            Refused refused = disk(failed);
            return new Ended.Stopped(refused.what(), refused.next());
        } catch (Refused refused) {
            return new Ended.Stopped(refused.what(), refused.next());
        }
    }

    /// What the other end should hear, if it is not the line that failed.
    static Optional<Refused> told(Throwable failure) {
        return switch (failure) {
            case LineBroken _ -> Optional.empty();
            case Refused refused -> Optional.of(refused);
            case IOException failed -> Optional.of(disk(failed));
            default -> Optional.of(new Refused("it was interrupted", "start it again"));
        };
    }

    private static Refused disk(IOException failed) {
        String where =
                failed instanceof FileSystemException named
                        ? String.valueOf(named.getFile())
                        : "the disk";
        return new Refused(
                where + " can't be read or written: " + failed.getMessage(),
                "check space, rights and health of the disk, and try again; what has arrived is kept");
    }
}
