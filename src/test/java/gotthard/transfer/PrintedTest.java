package gotthard.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import gotthard.Golden;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// What hosts print is read exactly, or refused.
final class PrintedTest {
    private static final String DIGEST = "ab".repeat(32);

    @Nested
    final class AListing {
        @Test
        void keepsOddNames() throws Exception {
            String odd = "it's a \"b\" \\ new\nline $HOME";

            Manifest manifest = listing("f 12 640 1542096000.5 ./" + odd + "\0\0d 0 755 0 .\0\0");

            assertThat(manifest.items())
                    .containsExactly(
                            new Item.RegularFile(new RelativePath(odd), 12, 0640, 1_542_096_000L));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "f 1 644 0 ./../up\0\0",
                    "f 1 644 0 /etc/passwd\0\0",
                    "f 1 644 0 ./a//b\0\0",
                    "l 0 0 0 ./link\0/etc\0",
                    "l 0 0 0 ./a/link\0../../up\0",
                    "l 0 0 0 ./a\0b\0f 1 644 0 ./a/inside\0\0",
                    "f 1 644 0 ./a\0\0f 1 644 0 ./a\0\0",
                    "o 0 0 0 ./socket\0\0",
                    "f 1 644 0 ./torn"
                })
        void thatLeadsOutOrIsTornIsRefused(String printed) {
            assertThatExceptionOfType(Refused.class).isThrownBy(() -> listing(printed));
        }

        @Test
        void withANameThatIsNotUtf8SaysWhich() {
            byte[] printed = "f 1 644 0 ./caf\u00e9\0\0".getBytes(StandardCharsets.ISO_8859_1);

            var refused =
                    assertThatExceptionOfType(Refused.class)
                            .isThrownBy(() -> Listing.read(new ByteArrayInputStream(printed)));

            Golden.assertMatches(
                    "files/not-utf8.txt", String.valueOf(refused.actual().getMessage()));
        }

        @Test
        void survivesNonsense() {
            var random = new Random(11);
            for (int i = 0; i < 20_000; i++) {
                byte[] bytes = nonsense(random);
                readsOrRefuses(() -> Listing.read(new ByteArrayInputStream(bytes)));
                readsOrRefuses(() -> Checksums.read(new ByteArrayInputStream(bytes)));
                readsOrRefuses(() -> Digested.read(new ByteArrayInputStream(bytes)));
                readsOrRefuses(
                        () ->
                                new ArchivePassage(
                                                new ByteArrayInputStream(bytes),
                                                OutputStream.nullOutputStream(),
                                                List.of(),
                                                _ -> {})
                                        .carry());
            }
        }
    }

    @Nested
    final class Digests {
        @Test
        void areFoundByTheirNamesEvenWhenEscaped() throws Exception {
            String printed = DIGEST + "  ./plain\n\\" + DIGEST + "  ./new\\nline\\\\x\n";

            assertThat(Checksums.read(stream(printed)))
                    .isEqualTo(
                            Map.of(
                                    new RelativePath("plain"), new Sha256(DIGEST),
                                    new RelativePath("new\nline\\x"), new Sha256(DIGEST)));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "x", "sha256sum: a: no"})
        void thatAreNoneAreRefused(String name) {
            assertThatExceptionOfType(Refused.class)
                    .isThrownBy(() -> Checksums.read(stream("zz".repeat(32) + "  " + name + "\n")));
        }
    }

    @Nested
    final class WhatWasBrought {
        @Test
        void isReadAsItWasWritten() throws Exception {
            var file = new RelativePath("a b/new\nline");
            var digested =
                    new Digested(
                            Manifest.of(
                                    List.of(
                                            new Item.RegularFile(file, 7, 0600, 5),
                                            new Item.Folder(new RelativePath("a b"), 0750),
                                            new Item.Link(new RelativePath("c"), "a b"))),
                            Map.of(file, new Sha256(DIGEST)));

            Digested read = Digested.read(new ByteArrayInputStream(digested.bytes()));

            assertThat(read.digests()).isEqualTo(digested.digests());
            assertThat(read.manifest().items()).isEqualTo(digested.manifest().items());
        }
    }

    private interface Reading {
        Object read() throws IOException, Refused;
    }

    private static void readsOrRefuses(Reading reading) {
        try {
            assertThat(reading.read()).isNotNull();
        } catch (IOException | Refused expected) {
            assertThat(expected.getMessage()).isNotBlank();
        }
    }

    private static byte[] nonsense(Random random) {
        String[] pieces = {
            "f ", "d ", "l ", "1 ", "644 ", "./a", "./", "..", "/", "\0", "\0\0", DIGEST, "  ",
            "\n", "\\"
        };
        var text = new StringBuilder();
        for (int i = random.nextInt(12); i >= 0; i--) {
            text.append(pieces[random.nextInt(pieces.length)]);
        }
        if (random.nextInt(4) == 0) {
            text.append("x".repeat(random.nextInt(1200)));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Manifest listing(String printed) throws IOException, Refused {
        return Listing.read(stream(printed));
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
