package gotthard.secret;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;

/// The values of secrets that this process has met, so that whatever leaves it can be looked through for them. They are kept for the
/// life of the process and never handed out.
public final class KnownSecrets {
    /// What stands in the place of a secret.
    public static final String MASK = "‹secret›";

    /// Shorter values occur by chance in ordinary words, and are not looked for.
    private static final int SHORTEST = 6;

    private static final AtomicReference<Known> KNOWN = new AtomicReference<>(Known.NONE);

    private KnownSecrets() {}

    /// All that is looked for, as text and as bytes that are written.
    private record Known(Set<String> values, Masking texts, Masking bytes) {
        static final Known NONE = of(Set.of());

        static Known of(Set<String> values) {
            var forms = new TreeSet<String>();
            values.forEach(value -> forms.addAll(Disguise.of(value)));
            return new Known(values, new Masking(forms, MASK), asBytes(forms));
        }

        private static Masking asBytes(Set<String> forms) {
            var latin = new TreeSet<String>();
            forms.forEach(form -> latin.add(latin(form)));
            return new Masking(latin, latin(MASK));
        }

        Known with(String value) {
            if (values.contains(value)) {
                return this;
            }
            var more = new TreeSet<>(values);
            more.add(value);
            return of(more);
        }
    }

    /// Remembers a value; one of a few characters is no secret that could be found again.
    public static void add(String value) {
        if (value.strip().length() >= SHORTEST) {
            KNOWN.updateAndGet(known -> known.with(value.strip()));
        }
    }

    /// Remembers a value.
    public static void add(Secret secret) {
        secret.revealText(
                text -> {
                    add(text.toString());
                    return text;
                });
    }

    /// Forgets all, as a process that begins anew.
    static void forget() {
        KNOWN.set(Known.NONE);
    }

    /// Whether none was met, so that nothing need be looked through.
    public static boolean isEmpty() {
        return KNOWN.get().values().isEmpty();
    }

    /// Whether a text holds one, in any of its forms.
    public static boolean isIn(String text) {
        return !masked(text).equals(text);
    }

    /// The text with [#MASK] in the place of each.
    public static String masked(String text) {
        return isEmpty() ? text : KNOWN.get().texts().of(text);
    }

    /// The same for bytes, each of them one character of the text.
    static String maskedBytes(String latin) {
        return KNOWN.get().bytes().of(latin);
    }

    /// How many characters at the end of such a text may be the beginning of one.
    static int openEnd(String latin) {
        return KNOWN.get().bytes().openEnd(latin);
    }

    private static String latin(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
