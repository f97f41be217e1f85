package gotthard.ssh;

import gotthard.shape.Parsed;
import gotthard.shape.Percent;
import gotthard.shape.Shape;

/// How many hosts are worked on at a time.
public sealed interface Wave {
    /// One host after the other.
    Wave ONE = new Hosts(1);

    /// `3`, or `25%`.
    Shape<Wave> SHAPE =
            Shape.text().parse("a number of hosts or a percentage, such as 3 or 25%", Wave::parse);

    /// How many of a group of that size, at least 1.
    int of(int group);

    /// A number of hosts.
    record Hosts(int count) implements Wave {
        @Override
        public int of(int group) {
            return Math.max(1, count);
        }

        @Override
        public String toString() {
            return Integer.toString(count);
        }
    }

    /// A share of the group, rounded up.
    record Share(Percent percent) implements Wave {
        @Override
        public int of(int group) {
            return Math.max(1, (int) Math.ceil(group * percent.fraction()));
        }

        @Override
        public String toString() {
            return percent.toString();
        }
    }

    private static Parsed<Wave> parse(String text) {
        if (text.matches("[1-9][0-9]{0,5}")) {
            return Parsed.good(new Hosts(Integer.parseInt(text)));
        }
        return switch (Percent.parse(text)) {
            case Parsed.Good<Percent>(var percent) -> Parsed.good(new Share(percent));
            case Parsed.Bad<Percent> _ -> Parsed.bad("is neither");
        };
    }
}
