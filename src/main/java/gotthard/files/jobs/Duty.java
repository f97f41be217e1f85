package gotthard.files.jobs;

import gotthard.transfer.report.Role;

import java.util.List;
import java.util.Optional;

/// What movers are made for: what the one at the target does, and the one at the source, if it takes two.
///
/// @param arguments of both beside those that all movers get
record Duty(Role atTarget, Optional<Role> atSource, List<String> arguments) {
    /// What a withdrawal removes.
    enum Removal {
        /// What was placed, then the books.
        ALL("all"),
        /// The books alone.
        BOOKS("books"),
        /// Nothing; it only tells.
        NOTHING("nothing");

        private final String word;

        Removal(String word) {
            this.word = word;
        }
    }

    static Duty copying(Order order) {
        return new Duty(
                Role.RECEIVE,
                Optional.of(Role.SEND),
                List.of(
                        "--owners",
                        order.owners().word(),
                        "--standing",
                        "stays",
                        "--lines",
                        Integer.toString(order.lines())));
    }

    static Duty comparing(Order order, Order.Proof proof) {
        return new Duty(
                Role.COMPARE_RECEIVE,
                Optional.of(Role.COMPARE_SEND),
                List.of("--owners", order.owners().word(), "--level", proof.word()));
    }

    static Duty withdrawing(Removal removal) {
        return new Duty(
                Role.WITHDRAW,
                Optional.empty(),
                removal == Removal.ALL ? List.of() : List.of("--removes", removal.word));
    }

    /// Whether a mover at the target waits for one at the source.
    boolean listens() {
        return atSource.isPresent();
    }
}
