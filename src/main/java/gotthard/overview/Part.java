package gotthard.overview;

import java.util.Optional;
import java.util.OptionalInt;

/// How far one side of a cell, its storing or its processing, has come at one site.
///
/// @param isInFull whether what is verified was compared in full, by content
/// @param moved per cent of the data that are there, verified or not, 0 to 100 and rounded down; empty when unknown
/// @param verified per cent of the data that a verification that still stands has compared, likewise
/// @param compared what that verification compared; empty when it is unknown for this cell alone
public record Part(
        Mark mark,
        boolean isInFull,
        OptionalInt moved,
        OptionalInt verified,
        Optional<Amount> compared) {
    static final Part NONE =
            new Part(Mark.NONE, false, OptionalInt.empty(), OptionalInt.empty(), Optional.empty());
    static final Part SOURCE =
            new Part(
                    Mark.SOURCE, false, OptionalInt.empty(), OptionalInt.empty(), Optional.empty());

    /// Things, such as files, and their bytes.
    public record Amount(long things, long bytes) {
        Amount and(Amount other) {
            return new Amount(things + other.things, bytes + other.bytes);
        }
    }

    /// With what another step brings to the same place.
    Part and(Part other) {
        if (mark == Mark.NONE || mark == Mark.SOURCE) {
            return other.mark == Mark.NONE ? this : other;
        }
        if (other.mark == Mark.NONE || other.mark == Mark.SOURCE) {
            return this;
        }
        return new Part(
                mark.and(other.mark),
                isInFull && other.isInFull,
                least(moved, other.moved),
                least(verified, other.verified),
                compared.flatMap(mine -> other.compared.map(mine::and)));
    }

    private static OptionalInt least(OptionalInt one, OptionalInt other) {
        return one.isPresent() && other.isPresent()
                ? OptionalInt.of(Math.min(one.getAsInt(), other.getAsInt()))
                : OptionalInt.empty();
    }
}
