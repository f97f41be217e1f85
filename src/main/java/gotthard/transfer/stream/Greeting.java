package gotthard.transfer.stream;

import gotthard.transfer.Refused;
import gotthard.transfer.tree.Part;
import gotthard.transfer.wire.Frame;

import java.io.IOException;

/// The first word on each line.
final class Greeting {
    private Greeting() {}

    static Frame of(int line, int lines, Part part) {
        return new Frame.Hello(line, lines, part.index(), part.count());
    }

    /// Hears it.
    static void hear(Wire wire, Frame expected) throws IOException, Refused {
        Frame found = wire.next();
        if (!found.equals(expected)) {
            throw new Refused(
                    "the other end's lines are not those that were expected: "
                            + found
                            + " instead of "
                            + expected,
                    "give both ends the same lines in the same order, of the same part");
        }
    }
}
