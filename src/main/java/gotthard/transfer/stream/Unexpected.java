package gotthard.transfer.stream;

import gotthard.transfer.Refused;
import gotthard.transfer.wire.Frame;

/// A frame that does not belong where it came.
final class Unexpected {
    private Unexpected() {}

    static Refused refused(Frame frame) {
        return new Refused(
                "the other end sent a frame of the kind "
                        + frame.getClass().getSimpleName()
                        + " out of its turn",
                "check that both ends are of the same version");
    }
}
