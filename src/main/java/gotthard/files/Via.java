package gotthard.files;

import gotthard.shape.Fields;
import gotthard.shape.Shape;
import gotthard.shape.Values;

import java.util.Optional;
import java.util.function.Function;

/// What carries files from one site to another.
public enum Via {
    /// This program, between hosts over SSH.
    SSH,
    /// Movers, between volumes of clusters.
    JOBS;

    /// Declares it as a parameter.
    public static Function<Values, Optional<Via>> of(Fields fields) {
        var via =
                fields.maybe(
                        "via",
                        Shape.enumeration(Via.class),
                        "what carries the files; without it, what the stores ask for");
        return values -> values.of(via);
    }

    /// As it follows the name of a kind of step: ` via ssh`.
    public String written() {
        return switch (this) {
            case SSH -> " via ssh";
            case JOBS -> " via jobs";
        };
    }
}
