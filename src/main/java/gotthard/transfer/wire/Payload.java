package gotthard.transfer.wire;

import gotthard.transfer.Sha256;
import gotthard.transfer.manifest.Entry;
import gotthard.transfer.manifest.EntryOutput;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// The bytes of what a frame says; numbers are big-endian, lists end with their frame.
final class Payload {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    private final DataOutputStream out = new DataOutputStream(bytes);
    private final byte[] digest = new byte[Sha256.BYTES];

    /// The type of a frame.
    static int type(Frame frame) {
        return switch (frame) {
            case Frame.Hello _ -> 1;
            case Frame.Listed _ -> 2;
            case Frame.ListedAll _ -> 3;
            case Frame.Wanted _ -> 4;
            case Frame.WantedAll _ -> 5;
            case Frame.Block _ -> 6;
            case Frame.Chunk _ -> 7;
            case Frame.Kept _ -> 8;
            case Frame.Whole _ -> 9;
            case Frame.Gone _ -> 10;
            case Frame.SentAll _ -> 11;
            case Frame.Placed _ -> 12;
            case Frame.Stopped _ -> 13;
            case Frame.Taken _ -> 14;
        };
    }

    byte[] of(Frame frame) throws IOException {
        bytes.reset();
        put(frame);
        return bytes.toByteArray();
    }

    private void put(Frame frame) throws IOException {
        switch (frame) {
            case Frame.Hello(int line, int lines, int part, int parts) -> {
                out.writeInt(line);
                out.writeInt(lines);
                out.writeInt(part);
                out.writeInt(parts);
            }
            case Frame.Listed(var entries) -> {
                var output = new EntryOutput(out);
                for (Entry entry : entries) {
                    output.add(entry);
                }
                output.end();
            }
            case Frame.ListedAll(var seal) -> {
                out.writeLong(seal.count());
                put(seal.root());
            }
            case Frame.Wanted(var wishes) -> {
                for (Frame.Wish wish : wishes) {
                    out.writeLong(wish.number());
                    put(ByteBuffer.wrap(wish.kept().toByteArray()));
                }
            }
            case Frame.WantedAll(long count) -> out.writeLong(count);
            case Frame.Block(var pieces) -> {
                for (Frame.Piece piece : pieces) {
                    out.writeLong(piece.number());
                    put(piece.digest());
                    put(piece.bytes());
                }
            }
            case Frame.Chunk(long number, int index, var sum, var content) -> {
                out.writeLong(number);
                out.writeInt(index);
                put(sum);
                octets(content);
            }
            case Frame.Kept(long number, int index, var sum) -> {
                out.writeLong(number);
                out.writeInt(index);
                put(sum);
            }
            case Frame.Whole(long number, var content) -> {
                out.writeLong(number);
                out.writeLong(content.size());
                put(content.digest());
            }
            case Frame.Gone(long number, var reason) -> {
                out.writeLong(number);
                out.write(code(reason));
            }
            case Frame.SentAll(), Frame.Taken() -> {}
            case Frame.Placed(long files, long size, long failed, long extra) -> {
                out.writeLong(files);
                out.writeLong(size);
                out.writeLong(failed);
                out.writeLong(extra);
            }
            case Frame.Stopped(var what, var next) -> {
                put(StandardCharsets.UTF_8.encode(what));
                put(StandardCharsets.UTF_8.encode(next));
            }
        }
    }

    private static int code(Frame.Reason reason) {
        return switch (reason) {
            case VANISHED -> 1;
            case CHANGED -> 2;
            case UNREADABLE -> 3;
        };
    }

    private void put(ByteBuffer content) throws IOException {
        out.writeInt(content.remaining());
        octets(content);
    }

    private void octets(ByteBuffer content) throws IOException {
        out.write(content.array(), content.arrayOffset() + content.position(), content.remaining());
    }

    private void put(Sha256 sum) throws IOException {
        sum.copy(digest, 0);
        out.write(digest);
    }
}
