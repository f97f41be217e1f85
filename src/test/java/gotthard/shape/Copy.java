package gotthard.shape;

import java.util.List;

/// A small document of these tests.
record Copy(String from, List<String> to, Level level) {
    enum Level {
        COUNT,
        SAMPLE,
        FULL
    }

    private static final Shape<String> SITE = Shape.reference("site", name -> name);

    static final Shape<Copy> SHAPE =
            Shape.<Copy>object(
                            fields -> {
                                var from =
                                        fields.required(
                                                "from", SITE, "the site that has the files");
                                var to =
                                        fields.required(
                                                "to", SITE.list(), "the sites that receive them");
                                var level =
                                        fields.optional(
                                                "level",
                                                Shape.enumeration(Level.class),
                                                Level.FULL,
                                                "how the copy is verified");
                                return values ->
                                        new Copy(values.of(from), values.of(to), values.of(level));
                            })
                    .where(
                            copy -> !copy.to().contains(copy.from()),
                            "\"to\" contains \"from\"; name another target");
}
