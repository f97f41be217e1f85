package gotthard.mover;

import gotthard.transfer.Refused;

import java.io.IOException;

/// What a mover does in its role.
@FunctionalInterface
interface Work {
    Verdict run() throws IOException, Refused, InterruptedException;
}
