package gotthard.files;

import gotthard.files.jobs.Order;
import gotthard.shape.Fields;
import gotthard.shape.Shape;
import gotthard.shape.Values;

import java.util.function.Function;

/// What a plan says of movers.
///
/// @param shards how many pods share a cell at each end
/// @param lines how many streams each of them sends
/// @param owners whose the files are at the target
/// @param user as which the pods run, by number, where owners are not kept
public record MoverOptions(int shards, int lines, Order.Owners owners, int user) {
    private static final int MOST = 64;

    /// The user is that of the mover's image.
    public static final MoverOptions STANDARD = new MoverOptions(1, 4, Order.Owners.OWN, 65_532);

    private static final int HIGHEST_USER = 2_000_000_000;

    /// Declares them as parameters.
    public static Function<Values, MoverOptions> of(Fields fields) {
        Function<Values, Integer> shards = shards(fields);
        var lines =
                fields.optional(
                        "lines",
                        Shape.integer(1, MOST),
                        STANDARD.lines(),
                        "how many streams each mover sends");
        Function<Values, MoverOptions> who = asWho(fields);
        return values -> who.apply(values).of(shards.apply(values), values.of(lines));
    }

    /// Declares them as parameters where movers send no data.
    public static Function<Values, MoverOptions> withoutLines(Fields fields) {
        Function<Values, Integer> shards = shards(fields);
        Function<Values, MoverOptions> who = asWho(fields);
        return values -> who.apply(values).of(shards.apply(values), STANDARD.lines());
    }

    private static Function<Values, Integer> shards(Fields fields) {
        var shards =
                fields.optional(
                        "shards",
                        Shape.integer(1, MOST),
                        STANDARD.shards(),
                        "how many movers share a cell at each end");
        return values -> values.of(shards);
    }

    private MoverOptions of(int someShards, int someLines) {
        return new MoverOptions(someShards, someLines, owners, user);
    }

    /// Declares as who they run, as the only parameters.
    public static Function<Values, MoverOptions> asWho(Fields fields) {
        var owners =
                fields.optional(
                        "owners",
                        Shape.enumeration(Order.Owners.class),
                        STANDARD.owners(),
                        "whose the files are that movers bring: of the user that they run as, or kept, for which they run as root");
        var user =
                fields.optional(
                        "user",
                        Shape.integer(1, HIGHEST_USER),
                        STANDARD.user(),
                        "the number of the user that movers run as: who may read the files and write the target folder");
        return values ->
                new MoverOptions(
                        STANDARD.shards(), STANDARD.lines(), values.of(owners), values.of(user));
    }
}
