package gotthard.transfer.stream;

import gotthard.transfer.wire.Frame;
import gotthard.transfer.wire.Packer;

import java.io.IOException;

/// A frame as it goes over a line.
final class Parcel {
    private final byte[] packed;
    private final boolean isAnswered;

    private Parcel(byte[] packed, boolean isAnswered) {
        this.packed = packed;
        this.isAnswered = isAnswered;
    }

    static Parcel of(Packer packer, Frame frame) throws IOException {
        return new Parcel(packer.pack(frame), frame instanceof Frame.Chunk);
    }

    byte[] packed() {
        return packed;
    }

    /// Whether the other end says when it has dealt with it.
    boolean isAnswered() {
        return isAnswered;
    }
}
