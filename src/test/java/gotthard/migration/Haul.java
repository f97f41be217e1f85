package gotthard.migration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.SplittableRandom;

/// Files at Moscow, the same for the same seed: most are small, few are large; metadata lie beside them, and Russia's do not move.
///
/// @param files of Europe, without their metadata
record Haul(Ground ground, long seed, int files) {
    private static final Instant FIRST = Instant.parse("2018-11-13T06:00:00Z");

    /// Lays them out.
    ///
    /// @return how many files and bytes of Europe
    Amount lay() throws IOException {
        var random = new SplittableRandom(seed);
        Path intake = ground.disk("moscow", "files-1").resolve("intake");
        Path metadata = ground.disk("moscow", "files-2").resolve("metadata");
        long bytes = 0;
        for (int i = 0; i < files; i++) {
            String name = "%02x/%06d".formatted(random.nextInt(24), i);
            bytes += write(intake.resolve("files/europe/" + name + ".bin"), random, size(random));
            if (i % 4 == 0) {
                bytes += write(metadata.resolve("europe/" + name + ".json"), random, 200);
            }
        }
        for (int i = 0; i < 20; i++) {
            write(intake.resolve("files/russia/%06d.bin".formatted(i)), random, 500);
            write(metadata.resolve("russia/%06d.json".formatted(i)), random, 100);
        }
        ground.own(intake);
        ground.own(metadata);
        return new Amount(files + (files + 3) / 4, bytes);
    }

    /// @param files with their metadata
    record Amount(int files, long bytes) {}

    private static int size(SplittableRandom random) {
        int of100 = random.nextInt(100);
        if (of100 == 0) {
            return 0;
        }
        return of100 < 70 ? random.nextInt(8_192) : random.nextInt(of100 < 98 ? 65_536 : 600_000);
    }

    private static long write(Path file, SplittableRandom random, int size) throws IOException {
        Files.createDirectories(file.getParent());
        byte[] content = new byte[size];
        random.nextBytes(content);
        Files.write(file, content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        Files.setLastModifiedTime(
                file, FileTime.from(FIRST.plusSeconds(random.nextInt(20_000_000))));
        return size;
    }
}
