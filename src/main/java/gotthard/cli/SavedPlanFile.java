package gotthard.cli;

import gotthard.preview.SavedPlan;
import gotthard.preview.SavedPlanText;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/// A saved plan on disk.
final class SavedPlanFile {
    private static final String AGAIN = "make it anew with gotthard plan PLAN -o ";

    private SavedPlanFile() {}

    /// A saved plan that was read.
    ///
    /// @param digest in hexadecimal
    record Loaded(String file, SavedPlan plan, String digest) {}

    /// All of it or nothing, for its owner only.
    static void write(Path file, SavedPlan plan) throws Trouble {
        Path whole = file.toAbsolutePath();
        Path half = whole.resolveSibling("." + whole.getFileName() + ".part");
        try {
            Files.deleteIfExists(half);
            Files.createFile(
                    half,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Files.write(half, SavedPlanText.bytes(plan));
            try (var channel = FileChannel.open(half, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(
                    half,
                    whole,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException broken) {
            throw Trouble.failed(
                    "the file " + file + " can't be written (" + broken + ")",
                    "name another with -o");
        }
    }

    /// The saved plan, when the file is one, whatever its name. A file that can't be read is left to who reads plans.
    static Optional<Loaded> find(String file) throws Trouble {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(Path.of(file));
        } catch (IOException | java.nio.file.InvalidPathException _) {
            return Optional.empty();
        }
        return SavedPlanText.isOne(bytes) ? Optional.of(loaded(file, bytes)) : Optional.empty();
    }

    private static Loaded loaded(String file, byte[] bytes) throws Trouble {
        return switch (SavedPlanText.read(bytes)) {
            case SavedPlanText.Reading.Read(var plan, var digest) -> new Loaded(file, plan, digest);
            case SavedPlanText.Reading.OtherFormat(var format) ->
                    throw new Trouble(
                            Exit.BAD_INPUT,
                            "the saved plan "
                                    + file
                                    + " was made by another version of gotthard, in the format "
                                    + format,
                            "apply it with that version, or " + AGAIN + file);
            case SavedPlanText.Reading.Damaged(var why) ->
                    throw new Trouble(
                            Exit.BAD_INPUT,
                            "the saved plan " + file + " was edited or damaged: " + why,
                            AGAIN + file);
        };
    }
}
