package gotthard.secret;

import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// Looks for forms of secrets in a text, the longest first, and for the beginning of one that was cut off by an ellipsis.
final class Masking {
    /// What is left of a form that was cut off, at least, to be seen as one.
    private static final int LEFT = 6;

    private static final String[] CUTS = {"…", "\u00e2\u0080\u00a6", "..."};

    private final List<String> forms;
    private final String mask;

    Masking(Set<String> forms, String mask) {
        this.forms =
                forms.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();
        this.mask = mask;
    }

    String of(String text) {
        String masked = text;
        for (String form : forms) {
            masked = masked.replace(form, mask);
        }
        for (String cut : CUTS) {
            if (masked.contains(cut)) {
                masked = withoutCutOff(masked, cut);
            }
        }
        return masked;
    }

    /// How many characters at the end may be the beginning of a form.
    int openEnd(String text) {
        int longest = 0;
        for (String form : forms) {
            int most = Math.min(text.length(), form.length() - 1);
            for (int length = most; length > longest; length--) {
                if (text.regionMatches(text.length() - length, form, 0, length)) {
                    longest = length;
                }
            }
        }
        return longest;
    }

    private String withoutCutOff(String text, String cut) {
        var kept = new StringBuilder();
        int from = 0;
        for (int at = text.indexOf(cut); at >= 0; at = text.indexOf(cut, from)) {
            String before = text.substring(from, at);
            int open = openEnd(before);
            kept.append(before, 0, open >= LEFT ? before.length() - open : before.length());
            kept.append(open >= LEFT ? mask : "").append(cut);
            from = at + cut.length();
        }
        return kept.append(text, from, text.length()).toString();
    }
}
