package gotthard.overview;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// How far one side of a cell, its storing or its processing, has come at one site.
///
/// @param isInFull whether what is verified was compared in full, by content
/// @param moved per cent of the data that are there, verified or not, 0 to 100 and rounded down; empty when unknown
/// @param verified per cent of the data that a verification that still stands has compared, likewise
/// @param isWhole whether that is all that was found to compare, also where no share is known because there was nothing
/// @param total how many things there are to compare, as the latest verification found it; empty when unknown for this cell alone
/// @param compared what that verification compared; empty when it is unknown for this cell alone
/// @param origins the steps that this comes from
public record Part(
        Mark mark,
        boolean isInFull,
        OptionalInt moved,
        OptionalInt verified,
        boolean isWhole,
        Optional<Amount> compared,
        Optional<Total> total,
        List<Origin> origins) {
    static final Part NONE = bare(Mark.NONE);
    static final Part SOURCE = bare(Mark.SOURCE);

    public Part {
        origins = List.copyOf(origins);
    }

    /// One of which nothing can be counted.
    static Part bare(Mark mark, Origin... origins) {
        return new Part(
                mark,
                false,
                OptionalInt.empty(),
                OptionalInt.empty(),
                true,
                Optional.empty(),
                Optional.empty(),
                List.of(origins));
    }

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
                isWhole && other.isWhole,
                compared.flatMap(mine -> other.compared.map(mine::and)),
                total.flatMap(mine -> other.total.map(mine::and)),
                Stream.concat(origins.stream(), other.origins.stream()).toList());
    }

    static OptionalInt least(OptionalInt one, OptionalInt other) {
        return one.isPresent() && other.isPresent()
                ? OptionalInt.of(Math.min(one.getAsInt(), other.getAsInt()))
                : OptionalInt.empty();
    }
}
