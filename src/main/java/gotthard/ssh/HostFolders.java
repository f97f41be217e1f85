package gotthard.ssh;

import gotthard.action.Context;
import gotthard.action.Inspector.Finding;
import gotthard.action.Inspector.Measure;
import gotthard.action.Question;
import gotthard.action.Unreachable;
import gotthard.shape.ByteSize;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What folders of a host hold, and whether a scanner lets files stay there.
final class HostFolders {
    /// Sizes stand in the fifth column of `ls` everywhere; a name with a line break counts once, as the rest of it begins with no dash.
    private static final String HOLDS =
            """
            export LC_ALL=C
            [ -d "$1" ] || { echo 0 0 0 0; exit 0; }
            sum() { awk '/^-/ && NF > 8 { n++; s += $5 } END { printf "%.0f %.0f ", n, s }'; }
            find "$1" -type f -exec ls -ln {} + | sum
            find "$1" -type f -mtime "-$2" -exec ls -ln {} + | sum
            """;

    private static final String MAKE =
            """
            at=$1
            while [ -n "$at" ] && [ ! -d "$at" ]; do at=${at%/*}; done
            file=${at:-/}/$2
            cat > "$file" || { rm -f "$file"; exit 1; }
            echo "$file"
            """;

    private final Context context;
    private final HostConnection host;

    HostFolders(Context context, HostConnection host) {
        this.context = context;
        this.host = host;
    }

    Finding holds(Question.Holds question) throws Unreachable, InterruptedException {
        String days = Long.toString(question.within().toDays());
        Ran ran = host.run(List.of("sh", "-c", HOLDS, "sh", question.folder(), days));
        String[] words = ran.output().trim().split(" ", -1);
        if (!ran.isGood() || words.length != 4 || !ran.output().matches("[0-9 ]{7,80}\\s*")) {
            return new Finding.Bad(
                    "holds",
                    "what lies in " + question.folder() + " can't be counted: " + ran.reason(),
                    "give the user of the inventory the right to read all of it");
        }
        return new Finding.Measured(
                "holds",
                new Measure.Holds(
                        question.folder(),
                        Long.parseLong(words[0]),
                        new ByteSize(Long.parseLong(words[1])),
                        Long.parseLong(words[2]),
                        new ByteSize(Long.parseLong(words[3]))));
    }

    /// A scanner may refuse the writing, remove the file, or let nobody read it.
    Finding keeps(Question.Keeps question) throws Unreachable, InterruptedException {
        String name = ".gotthard-probe-" + context.key().brief();
        var content =
                new ByteArrayInputStream(
                        Question.Keeps.HARMFUL.getBytes(StandardCharsets.US_ASCII));
        Ran made = host.run(List.of("sh", "-c", MAKE, "sh", question.folder(), name), content);
        if (!made.isGood()) {
            return quarantined(question, "could not be written: " + made.reason());
        }
        try {
            context.pause(question.within());
            Ran read = host.run(List.of("cat", made.output()));
            if (!read.isGood()) {
                return quarantined(
                        question,
                        "was gone or could not be read within "
                                + question.within().toSeconds()
                                + " s");
            }
            return read.output().equals(Question.Keeps.HARMFUL)
                    ? new Finding.Good(
                            "scanner",
                            "a file that scanners take for harmful stays at " + question.folder())
                    : quarantined(question, "was changed");
        } finally {
            host.run(List.of("rm", "-f", made.output()));
        }
    }

    private static Finding quarantined(Question.Keeps question, String what) {
        return new Finding.Bad(
                "scanner",
                "a file that scanners take for harmful (the EICAR test file) %s at %s"
                        .formatted(what, question.folder()),
                "exclude the folder from the scanner: what it takes away after a copy is missing there");
    }
}
