package gotthard.transfer.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gotthard.Golden;
import gotthard.transfer.LinkTarget;
import gotthard.transfer.Refused;
import gotthard.transfer.RelativePath;
import gotthard.transfer.Sha256;
import gotthard.transfer.manifest.Content;
import gotthard.transfer.manifest.Entry;
import gotthard.transfer.manifest.Metadata;
import gotthard.transfer.manifest.Seal;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What arrives is a frame as it was sent, or refused.
final class WireTest {
    private final Random random = new Random(7);

    @Nested
    final class AFrame {
        @Test
        void arrivesAsItWasSent() throws Exception {
            for (int i = 0; i < 500; i++) {
                List<Frame> frames = some();

                List<Frame> arrived = read(packed(frames), frames.size());

                assertThat(arrived).isEqualTo(frames);
            }
        }

        @Test
        void hasTheBytesThatArePublished() throws Exception {
            var told = new ArrayList<String>();
            for (Frame frame : oneOfEach()) {
                told.add(frame.getClass().getSimpleName() + " " + hex(packed(List.of(frame))));
            }

            Golden.assertMatches("transfer/frames.txt", String.join("\n", told));
        }

        @Test
        void isPackedOnlyWhereThatPays() throws Exception {
            var noise = new byte[100_000];
            random.nextBytes(noise);

            Frame zeros = chunk(new byte[100_000]);
            byte[] text = packed(List.of(zeros));
            int ofNoise = packed(List.of(chunk(noise))).length;

            assertThat(text).hasSizeLessThan(1_000);
            assertThat(read(text, 1)).containsExactly(zeros);
            assertThat(ofNoise).isEqualTo(Packer.HEAD + 8 + 4 + 32 + 100_000);
        }
    }

    @Nested
    final class AHostileEnd {
        @Test
        void getsFramesOrARefusal() throws Exception {
            for (int i = 0; i < 20_000; i++) {
                byte[] good = packed(some());
                byte[] bad = mutated(good);
                try {
                    read(bad, Integer.MAX_VALUE);
                } catch (EOFException | Refused expected) {
                    assertThat(expected.getMessage()).isNotBlank();
                }
            }
        }

        @Test
        void getsNoFurtherThanTheSumWithAnAlteredFrame() throws Exception {
            for (int i = 0; i < 2_000; i++) {
                byte[] bad = packed(List.of(oneOfEach().get(i % 14)));
                bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));

                assertThatThrownBy(() -> read(bad, 1))
                        .isInstanceOfAny(Refused.class, EOFException.class);
            }
        }

        @Test
        void getsRefusalsAlsoWithARightSum() throws Exception {
            for (int i = 0; i < 20_000; i++) {
                byte[] payload = new Payload().of(oneOfEach().get(i % 14));
                byte[] bad = mutated(payload);
                try {
                    assertThat(Parsing.of(random.nextInt(16), bad, bad.length)).isNotNull();
                } catch (Refused expected) {
                    assertThat(expected.getMessage()).isNotBlank();
                }
            }
        }

        @Test
        void takesNoMemoryByAClaim() throws Exception {
            byte[] claim =
                    ByteBuffer.allocate(Packer.HEAD)
                            .put((byte) 6)
                            .put((byte) 0)
                            .putInt(5 << 20)
                            .array();
            var asked = new ArrayList<Integer>();
            var line =
                    new FrameInput(
                            new InputStream() {
                                private final InputStream bytes = new ByteArrayInputStream(claim);

                                @Override
                                public int read() throws IOException {
                                    return bytes.read();
                                }

                                @Override
                                public int read(byte[] to, int at, int count) throws IOException {
                                    asked.add(to.length);
                                    return bytes.read(to, at, count);
                                }
                            });

            assertThatThrownBy(line::next).isInstanceOf(EOFException.class);

            assertThat(asked).allMatch(size -> size <= 65_536);
        }

        @Test
        void cannotClaimMoreThanAFrameMayHold() {
            byte[] claim =
                    ByteBuffer.allocate(Packer.HEAD)
                            .put((byte) 6)
                            .put((byte) 0)
                            .putInt((5 << 20) + 1)
                            .array();

            assertThatThrownBy(() -> read(claim, 1))
                    .isInstanceOf(Refused.class)
                    .hasMessage(
                            "what the other end sent is torn or not understood; "
                                    + "check that both ends are of the same version, and what stands between them");
        }

        @Test
        void cannotUnpackMoreThanAFrameMayHold() throws Exception {
            byte[] bomb = com.github.luben.zstd.Zstd.compress(new byte[50 << 20]);
            var framed =
                    ByteBuffer.allocate(Packer.HEAD + bomb.length)
                            .put((byte) 7)
                            .put((byte) 1)
                            .putInt(bomb.length);
            framed.putInt(Packer.sum(framed.array(), bomb, bomb.length)).put(bomb);

            assertThatThrownBy(() -> read(framed.array(), 1)).isInstanceOf(Refused.class);
        }
    }

    private List<Frame> some() throws Exception {
        var frames = new ArrayList<Frame>();
        List<Frame> all = oneOfEach();
        for (int i = random.nextInt(6); i >= 0; i--) {
            frames.add(all.get(random.nextInt(all.size())));
        }
        return frames;
    }

    private List<Frame> oneOfEach() throws Exception {
        var sum = new Sha256("ab".repeat(32));
        var metadata = new Metadata(0640, 1_542_096_000_000_000_001L, 1000, 100);
        List<Entry> entries =
                List.of(
                        new Entry(new RelativePath("a"), metadata, new Content.Folder()),
                        new Entry(
                                RelativePath.of(new byte[] {'a', '-', (byte) 0xff}),
                                metadata,
                                new Content.Unread(5)),
                        new Entry(
                                new RelativePath("a/l"),
                                metadata,
                                new Content.Link(new LinkTarget("../a"))));
        return List.of(
                new Frame.Hello(1, 4, 1, 2),
                new Frame.Listed(entries),
                new Frame.ListedAll(new Seal(3, sum)),
                new Frame.Wanted(
                        List.of(
                                new Frame.Wish(1, new BitSet()),
                                new Frame.Wish(7, BitSet.valueOf(new byte[] {5})))),
                new Frame.WantedAll(2),
                new Frame.Block(
                        List.of(
                                new Frame.Piece(1, sum, ByteBuffer.wrap(new byte[] {1, 2, 3})),
                                new Frame.Piece(2, sum, ByteBuffer.allocate(0)))),
                chunk(new byte[] {4, 5}),
                new Frame.Kept(7, 2, sum),
                new Frame.Whole(7, new Content.Hashed(5_000_000, sum)),
                new Frame.Gone(1, Frame.Reason.CHANGED),
                new Frame.SentAll(),
                new Frame.Placed(2, 5_000_005, 1, 2),
                new Frame.Stopped("the disk is full", "free some space"),
                new Frame.Taken());
    }

    private static Frame chunk(byte[] bytes) {
        return new Frame.Chunk(7, 1, new Sha256("cd".repeat(32)), ByteBuffer.wrap(bytes));
    }

    private byte[] mutated(byte[] good) {
        byte[] bad =
                random.nextInt(5) == 0
                        ? Arrays.copyOf(good, random.nextInt(good.length + 1))
                        : good.clone();
        for (int i = random.nextInt(3); i >= 0 && bad.length > 0; i--) {
            bad[random.nextInt(bad.length)] = (byte) random.nextInt();
        }
        return bad;
    }

    private static byte[] packed(List<Frame> frames) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var packer = new Packer()) {
            for (Frame frame : frames) {
                bytes.write(packer.pack(frame));
            }
        }
        return bytes.toByteArray();
    }

    private static List<Frame> read(byte[] bytes, int count) throws Exception {
        try (var line = new FrameInput(new ByteArrayInputStream(bytes))) {
            var frames = new ArrayList<Frame>();
            while (frames.size() < count) {
                frames.add(line.next());
            }
            return frames;
        }
    }

    private static String hex(byte[] bytes) {
        String digits = HexFormat.of().formatHex(bytes);
        return IntStream.range(0, (digits.length() + 99) / 100)
                .mapToObj(i -> digits.substring(i * 100, Math.min(digits.length(), i * 100 + 100)))
                .collect(Collectors.joining("\n  "));
    }
}
