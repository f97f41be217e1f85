package gotthard.kubernetes;

import gotthard.yaml.Node;
import gotthard.yaml.Style;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What a scalar of a manifest means. Manifests are the one place where the text itself decides that: an API server tells `1`
/// from `"1"`.
final class Scalars {
    private static final Set<String> AMBIGUOUS = Set.of("y", "yes", "n", "no", "on", "off");
    private static final Pattern WHOLE = Pattern.compile("[-+]?(0|[1-9][0-9]{0,17})");
    private static final Pattern OCTAL = Pattern.compile("0o?[0-7]{1,20}");
    private static final Pattern FRACTION =
            Pattern.compile("[-+]?[0-9]+(\\.[0-9]*)?([eE][-+]?[0-9]+)?|[-+]?\\.[0-9]+");

    private Scalars() {}

    /// What a scalar stands for.
    sealed interface Meaning {
        record Text(String text) implements Meaning {}

        record Whole(long number) implements Meaning {}

        record Fraction(double number) implements Meaning {}

        record Truth(boolean value) implements Meaning {}

        record Nothing() implements Meaning {}
    }

    /// Whether readers of YAML 1.1 and 1.2 disagree about it.
    static boolean isAmbiguous(Node.Scalar scalar) {
        return scalar.style() == Style.PLAIN
                && AMBIGUOUS.contains(scalar.text().toLowerCase(Locale.ROOT));
    }

    static Meaning meaning(Node.Scalar scalar) {
        String text = scalar.text();
        if (scalar.style() != Style.PLAIN) {
            return new Meaning.Text(text);
        }
        if (scalar.isNull()) {
            return new Meaning.Nothing();
        }
        if (text.matches("true|True|TRUE|false|False|FALSE")) {
            return new Meaning.Truth(text.toLowerCase(Locale.ROOT).equals("true"));
        }
        if (WHOLE.matcher(text).matches()) {
            return new Meaning.Whole(Long.parseLong(text));
        }
        if (OCTAL.matcher(text).matches()) {
            return new Meaning.Whole(Long.parseLong(text.replace("o", ""), 8));
        }
        if (FRACTION.matcher(text).matches()) {
            return new Meaning.Fraction(Double.parseDouble(text));
        }
        return new Meaning.Text(text);
    }
}
