package gotthard.files.jobs;

import gotthard.action.ByHand;
import gotthard.action.ByHand.Line;
import gotthard.action.Prompt;
import gotthard.action.Route;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// How a person brings files from one folder to another: lists at both ends, `tar` between them for what is missing, digests.
/// What stands at the target is not replaced, unless passes bring what has changed.
///
/// @param kept the file in which something of this way is written down
public record FilesByHand(Shore from, Shore to, Which which, UnaryOperator<String> kept) {
    private static final String EVERYTHING = "find . -mindepth 1 | LC_ALL=C sort";
    private static final String DIGESTS = "find . -type f -exec sha256sum {} + | LC_ALL=C sort";
    private static final String LINE_BREAKS =
            "Names with a line break do not pass through these lists: look for them with find -name, and carry them one by one.";

    /// Removes what the standard input names, the deepest first.
    private static final String REMOVE =
            "while IFS= read -r path; do if [ -d \"$path\" ] && [ ! -L \"$path\" ]; then rmdir \"$path\"; else rm -f \"$path\"; fi; done";

    /// A folder, and what is typed so that a script runs where it lies.
    public record Shore(String folder, UnaryOperator<String> runs) {
        private String in(String script) {
            return runs.apply("cd " + Prompt.word(folder) + " && " + script);
        }

        private String made() {
            return "mkdir -p " + Prompt.word(folder);
        }
    }

    /// Which files are brought, and how often.
    ///
    /// @param list the file beside the source's that names them, as that shell sees it
    /// @param isByName whether names alone are compared
    /// @param manner how it is gone again and again, or both ways; empty where it is gone once
    public record Which(
            Optional<String> list, boolean isByName, Optional<Route.Manner> manner, Times times) {}

    /// How exact the times of files arrive.
    public enum Times {
        /// To the second, as any `tar` keeps them.
        SECONDS(""),
        /// As they are, by GNU `tar`.
        EXACT("--format=posix ");

        private final String option;

        Times(String option) {
            this.option = option;
        }

        private String option() {
            return option;
        }
    }

    public ByHand.Told told() {
        return new ByHand.Told(
                which.manner().map(this::pass).orElseGet(() -> once(List.of(before()))),
                check(),
                undo());
    }

    private List<Line> pass(Route.Manner manner) {
        return switch (manner) {
            case KEEP -> passes(listing(), EVERYTHING, "");
            case REPLACE ->
                    passes(
                            digests(),
                            DIGESTS,
                            " | cut -c 67- | LC_ALL=C sort | LC_ALL=C comm -23 - "
                                    + file("before"));
            case MERGE -> once(compared());
            case RETURN -> once(List.of(before()));
        };
    }

    private List<Line> once(List<Line> first) {
        var lines = new ArrayList<>(first);
        lines.add(ByHand.type(from.in(listing()) + " > " + file("source")));
        lines.add(
                ByHand.type(
                        "LC_ALL=C comm -23 %s %s > %s"
                                .formatted(file("source"), file("before"), file("missing"))));
        lines.add(carry());
        lines.add(ByHand.say(LINE_BREAKS));
        return lines;
    }

    /// @param cut what becomes of the lines that only the source has
    private List<Line> passes(String there, String here, String cut) {
        return List.of(
                ByHand.say("Before the first pass only:"),
                before(),
                ByHand.say("Each pass:"),
                ByHand.type(from.in(there) + " > " + file("source")),
                ByHand.type(to.in(here) + " > " + file("target")),
                ByHand.type(
                        "LC_ALL=C comm -23 %s %s%s > %s"
                                .formatted(file("source"), file("target"), cut, file("missing"))),
                carry(),
                ByHand.say(LINE_BREAKS));
    }

    /// Before anything is brought either way.
    private List<Line> compared() {
        return List.of(
                before(),
                ByHand.type(from.runs().apply(from.made())),
                ByHand.type(from.in(digests()) + " > " + file("source")),
                ByHand.type(to.in(DIGESTS) + " > " + file("target")),
                ByHand.type(
                        "LC_ALL=C sort -u %s %s | cut -c 67- | LC_ALL=C sort | uniq -d"
                                .formatted(file("source"), file("target"))),
                ByHand.say(
                        "Stop where that prints a name: both have it, with different content, and nothing is overwritten."));
    }

    private Line before() {
        return ByHand.type(
                to.runs()
                                .apply(
                                        to.made()
                                                + " && cd "
                                                + Prompt.word(to.folder())
                                                + " && "
                                                + EVERYTHING)
                        + " > "
                        + file("before"));
    }

    private Line carry() {
        return ByHand.type(
                "%s < %s | %s"
                        .formatted(
                                from.in(
                                        "tar "
                                                + which.times().option()
                                                + "-cf - --no-recursion -T -"),
                                file("missing"),
                                to.in("tar -xpf -")));
    }

    private List<Line> check() {
        if (which.isByName()) {
            return List.of(
                    ByHand.type(from.in(listing()) + " > " + file("source")),
                    ByHand.type(
                            to.in(EVERYTHING) + " | LC_ALL=C comm -23 " + file("source") + " -"),
                    ByHand.say("The last command prints nothing: the target has every name."));
        }
        return List.of(
                ByHand.type(from.in(digests()) + " > " + file("digests")),
                ByHand.type(to.in("sha256sum -c -") + " < " + file("digests")),
                ByHand.say(
                        "The last command ends with 0, and the list %s is not empty."
                                .formatted(file("digests"))));
    }

    private List<Line> undo() {
        return List.of(
                ByHand.type(
                        "%s | LC_ALL=C comm -13 %s - | LC_ALL=C sort -r > %s"
                                .formatted(to.in(EVERYTHING), file("before"), file("brought"))),
                ByHand.say("Read that list, and take out of it what others have put there since."),
                ByHand.type(to.in(REMOVE) + " < " + file("brought")));
    }

    private String listing() {
        return which.list().map(ListByHand::names).orElse(EVERYTHING);
    }

    private String digests() {
        return which.list().map(ListByHand::digests).orElse(DIGESTS);
    }

    private String file(String what) {
        return kept.apply(what);
    }
}
