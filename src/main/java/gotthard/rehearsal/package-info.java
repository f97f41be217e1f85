/// Rehearses plans where nothing is at stake: each step meets every fault that the proof assumes, and what comes of it is compared with
/// what the model says. It knows no sandbox; sites come in by an interface.
@NullMarked
package gotthard.rehearsal;

import org.jspecify.annotations.NullMarked;
