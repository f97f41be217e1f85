package gotthard.files;

import gotthard.action.ByHand;
import gotthard.action.ByHand.Line;
import gotthard.action.Prompt;
import gotthard.files.jobs.ListByHand;

import java.util.ArrayList;
import java.util.List;

/// How a person brings the files of a cell from one host to another: lists at both ends, `tar` through `ssh` for what is missing, digests.
/// What stands at the target is not replaced, unless passes bring what has changed.
///
/// @param changes whether what was brought before and has changed since is brought again
record FolderByHand(CellFolders cell, Level level, boolean changes, Prompt prompt) {
    private static final String EVERYTHING = "find . -mindepth 1 | LC_ALL=C sort";
    private static final String DIGESTS = "find . -type f -exec sha256sum {} + | LC_ALL=C sort";

    /// Removes what the standard input names, the deepest first.
    private static final String REMOVE =
            "while IFS= read -r path; do if [ -d \"$path\" ] && [ ! -L \"$path\" ]; then rmdir -- \"$path\"; else rm -f -- \"$path\"; fi; done";

    ByHand.Told told() {
        return new ByHand.Told(changes ? pass() : once(), check(), undo());
    }

    private List<Line> once() {
        var lines = new ArrayList<Line>();
        lines.add(before());
        lines.add(ByHand.type(there(listing()) + " > " + file("source")));
        lines.add(
                ByHand.type(
                        "LC_ALL=C comm -23 %s %s > %s"
                                .formatted(file("source"), file("before"), file("missing"))));
        lines.add(carry());
        lines.add(
                ByHand.say(
                        "Names with a line break do not pass through these lists: look for them with find -name, and carry them one by one."));
        return lines;
    }

    private List<Line> pass() {
        var lines = new ArrayList<Line>();
        lines.add(ByHand.say("Before the first pass only:"));
        lines.add(before());
        lines.add(ByHand.say("Each pass:"));
        lines.add(ByHand.type(there(DIGESTS) + " > " + file("source")));
        lines.add(ByHand.type(here(DIGESTS) + " > " + file("target")));
        lines.add(
                ByHand.type(
                        "LC_ALL=C comm -23 %s %s | cut -c 67- | LC_ALL=C sort | LC_ALL=C comm -23 - %s > %s"
                                .formatted(
                                        file("source"),
                                        file("target"),
                                        file("before"),
                                        file("missing"))));
        lines.add(carry());
        return lines;
    }

    private Line before() {
        return ByHand.type(
                prompt.script(
                                cell.to().host(),
                                "mkdir -p %1$s && cd %1$s && %2$s"
                                        .formatted(Prompt.word(cell.to().path()), EVERYTHING))
                        + " > "
                        + file("before"));
    }

    private Line carry() {
        return ByHand.type(
                "%s < %s | %s"
                        .formatted(
                                there("tar -cf - --no-recursion -T -"),
                                file("missing"),
                                here("tar -xpf -")));
    }

    private List<Line> check() {
        var lines = new ArrayList<Line>();
        if (level == Level.COUNT) {
            lines.add(ByHand.type(there(listing()) + " > " + file("source")));
            lines.add(
                    ByHand.type(
                            here(EVERYTHING) + " | LC_ALL=C comm -23 " + file("source") + " -"));
            lines.add(ByHand.say("The last command prints nothing: the target has every name."));
            return lines;
        }
        lines.add(ByHand.type(there(digests()) + " > " + file("digests")));
        lines.add(ByHand.type(here("sha256sum -c -") + " < " + file("digests")));
        lines.add(
                ByHand.say(
                        "The last command ends with 0, and the list %s is not empty."
                                .formatted(file("digests"))));
        return lines;
    }

    private List<Line> undo() {
        return List.of(
                ByHand.type(
                        "%s | LC_ALL=C comm -13 %s - | LC_ALL=C sort -r > %s"
                                .formatted(here(EVERYTHING), file("before"), file("brought"))),
                ByHand.say("Read that list, and take out of it what others have put there since."),
                ByHand.type(here(REMOVE) + " < " + file("brought")));
    }

    private String listing() {
        return cell.list().map(ListByHand::names).orElse(EVERYTHING);
    }

    private String digests() {
        return cell.list().map(ListByHand::digests).orElse(DIGESTS);
    }

    private String there(String script) {
        return prompt.script(cell.from().host(), in(cell.from().path(), script));
    }

    private String here(String script) {
        return prompt.script(cell.to().host(), in(cell.to().path(), script));
    }

    private static String in(String folder, String script) {
        return "cd " + Prompt.word(folder) + " && " + script;
    }

    private String file(String what) {
        return "%s.%s.%s.%s"
                .formatted(
                        cell.cell().region(),
                        cell.cell().data(),
                        Prompt.alias(cell.to().host()),
                        what);
    }
}
