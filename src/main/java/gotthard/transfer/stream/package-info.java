/// The two ends of a transfer over lines that are given to them: a sender and a receiver between which no file waits for a round
/// trip. They start no thread but on the executor that is given, and connect to nothing.
@NullMarked
package gotthard.transfer.stream;

import org.jspecify.annotations.NullMarked;
