package gotthard.files.jobs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.IntFunction;

/// Files that a benchmark makes; the same each time.
enum FileSet {
    /// 20,000 files of lognormal(9.2, 1.1) bytes that can't be compressed, 365 MB.
    SMALL("20,000 small files", 20_000) {
        @Override
        IntFunction<byte[]> contents() {
            var random = new Random(1);
            return _ -> {
                var content = new byte[(int) Math.exp(9.2 + 1.1 * random.nextGaussian())];
                random.nextBytes(content);
                return content;
            };
        }
    },
    /// Of the same sizes, lines of a log.
    TEXT("20,000 small files of text", 20_000) {
        @Override
        IntFunction<byte[]> contents() {
            var random = new Random(1);
            return _ -> {
                int size = (int) Math.exp(9.2 + 1.1 * random.nextGaussian());
                var text = new StringBuilder();
                while (text.length() < size) {
                    text.append(
                            "2019-03-04T10:%02d:%02dZ intake: verdict=clean sample=%08x\n"
                                    .formatted(
                                            random.nextInt(60),
                                            random.nextInt(60),
                                            random.nextInt()));
                }
                return text.substring(0, size).getBytes(StandardCharsets.US_ASCII);
            };
        }
    },
    /// One file of 2 GB that can't be compressed.
    LARGE("one file of 2 GB", 1) {
        @Override
        IntFunction<byte[]> contents() {
            throw new IllegalStateException("it is made in pieces");
        }

        @Override
        long fill(Path folder) throws IOException {
            var random = new Random(3);
            var piece = new byte[1 << 20];
            Files.createDirectories(folder);
            try (var file = Files.newOutputStream(folder.resolve("large.bin"))) {
                for (int i = 0; i < 2_000; i++) {
                    random.nextBytes(piece);
                    file.write(piece);
                }
            }
            return 2_000L * piece.length;
        }
    },
    /// One million files of 200 bytes.
    MILLION("1,000,000 files of 200 bytes", 1_000_000) {
        @Override
        IntFunction<byte[]> contents() {
            var random = new Random(4);
            var content = new byte[200];
            return _ -> {
                random.nextBytes(content);
                return content;
            };
        }
    };

    private static final int FOLDERS = 1024;

    final String shown;
    final int files;

    FileSet(String shown, int files) {
        this.shown = shown;
        this.files = files;
    }

    abstract IntFunction<byte[]> contents();

    /// Makes them, and returns how many bytes they have.
    long fill(Path folder) throws IOException {
        IntFunction<byte[]> contents = contents();
        int folders = Math.min(FOLDERS, files / 64);
        for (int i = 0; i < folders; i++) {
            Files.createDirectories(folder.resolve("%03x".formatted(i)));
        }
        long bytes = 0;
        for (int i = 0; i < files; i++) {
            byte[] content = contents.apply(i);
            Files.write(folder.resolve("%03x/%07d.bin".formatted(i % folders, i)), content);
            bytes += content.length;
        }
        return bytes;
    }
}
