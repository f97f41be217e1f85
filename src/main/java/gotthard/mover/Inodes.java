package gotthard.mover;

import gotthard.transfer.report.Told;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.Optional;

/// How many inodes a file system has left. Java does not tell it, so that the C library is asked, where it is known how it answers:
/// on Linux of 64 bits, `struct statvfs` has `f_files` and `f_ffree` as the sixth and seventh of its numbers of 8 bytes (`f_favail` the eighth).
final class Inodes {
    private static final long ALL = 5 * 8L;
    private static final long FREE = 7 * 8L;

    /// More than any has.
    private static final long SIZE = 512;

    private Inodes() {}

    /// None where they are made as needed, or nobody tells.
    static Optional<Told.Inodes> at(Path folder) {
        boolean isKnown =
                System.getProperty("os.name", "").equals("Linux")
                        && ValueLayout.ADDRESS.byteSize() == 8;
        return isKnown ? asked(folder) : Optional.empty();
    }

    @SuppressWarnings("restricted")
    private static Optional<Told.Inodes> asked(Path folder) {
        Linker linker = Linker.nativeLinker();
        Optional<MemorySegment> function = linker.defaultLookup().find("statvfs");
        if (function.isEmpty()) {
            return Optional.empty();
        }
        MethodHandle statvfs =
                linker.downcallHandle(
                        function.get(),
                        FunctionDescriptor.of(
                                ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment answer = arena.allocate(SIZE, 8);
            int code = (int) statvfs.invokeExact(arena.allocateFrom(folder.toString()), answer);
            long all = answer.get(ValueLayout.JAVA_LONG, ALL);
            return code != 0 || all <= 0
                    ? Optional.empty()
                    : Optional.of(new Told.Inodes(answer.get(ValueLayout.JAVA_LONG, FREE), all));
        } catch (RuntimeException | Error bug) {
            throw bug;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
