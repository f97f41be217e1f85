package gotthard.migration.killed;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.SplittableRandom;

/// A folder with the state of runs and the sandbox's sites, as processes leave it to the next.
record Ground(Path folder) {
    private static final int FILES = 24;
    private static final int LARGEST = 40_000;
    private static final Instant FIRST = Instant.parse("2018-01-01T00:00:00Z");

    /// Sites that have a few files of Europe at the source and nothing else.
    static Ground fresh(Path folder, long seed) throws IOException {
        Path hosts = folder.resolve("sandbox/moscow/hosts");
        fill(hosts.resolve("files-1/root/srv/files/intake/files/europe"), seed);
        fill(hosts.resolve("files-2/root/srv/files/metadata/europe"), seed + 1);
        Files.writeString(folder.resolve("sandbox/seeded"), "laid out\n");
        return new Ground(folder);
    }

    Path sandbox() {
        return folder.resolve("sandbox");
    }

    /// The same in another folder, with the same times.
    Ground copy(Path to) throws IOException {
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(
                            Path visited, BasicFileAttributes attributes) throws IOException {
                        Files.createDirectories(to.resolve(folder.relativize(visited)));
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.copy(
                                file,
                                to.resolve(folder.relativize(file)),
                                StandardCopyOption.COPY_ATTRIBUTES,
                                LinkOption.NOFOLLOW_LINKS);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(
                            Path visited, @org.jspecify.annotations.Nullable IOException broken)
                            throws IOException {
                        Files.setPosixFilePermissions(
                                to.resolve(folder.relativize(visited)),
                                Files.getPosixFilePermissions(visited));
                        return FileVisitResult.CONTINUE;
                    }
                });
        return new Ground(to);
    }

    private static void fill(Path folder, long seed) throws IOException {
        var random = new SplittableRandom(seed);
        for (int i = 0; i < FILES; i++) {
            var content = new byte[random.nextInt(LARGEST)];
            random.nextBytes(content);
            Path file = folder.resolve(Integer.toString(i % 3)).resolve("file-" + i + ".bin");
            Files.createDirectories(file.getParent());
            Files.write(file, content);
            Files.setPosixFilePermissions(
                    file, PosixFilePermissions.fromString(i % 2 == 0 ? "rw-r-----" : "rw-------"));
            Files.setLastModifiedTime(
                    file, FileTime.from(FIRST.plusSeconds(random.nextInt(20_000_000))));
        }
    }
}
