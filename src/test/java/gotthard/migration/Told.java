package gotthard.migration;

import gotthard.Golden;

import java.util.List;
import java.util.regex.Pattern;

/// What a command told at its end, without what differs from run to run and from place to place, for golden files.
record Told(Ground ground, Ran ran) {
    private static final Pattern PROGRESS = Pattern.compile("\\d\\d:\\d\\d:\\d\\d  .*");
    private static final List<Mask> MASKS =
            List.of(
                    new Mask("europe-files-[a-z0-9]{5}", "europe-files-RUN"),
                    new Mask("SHA256:[A-Za-z0-9+/]{43}", "SHA256:KEY"),
                    new Mask("https?://(10\\.77\\.\\d+|127\\.0\\.0)\\.\\d+(:\\d+)?", "ADDRESS"),
                    new Mask("(10\\.77\\.\\d+|127\\.0\\.0)\\.\\d+:\\d+", "ADDRESS"),
                    new Mask("\\.gotthard-[0-9a-f]+", ".gotthard-KEY"),
                    new Mask("User \"[a-z]+\"", "User \"NAME\""),
                    new Mask("[0-9,]+ files, ", "FILES, "),
                    new Mask("[0-9]+ findings", "FINDINGS"),
                    new Mask("/[^ ]*/viewer\\.yaml", "INVENTORY"),
                    new Mask("of [0-9,]+ files", "of FILES"),
                    new Mask("count-[0-9a-f]{20}", "count-KEY"),
                    new Mask("after [0-9][0-9.: a-z]*", "after TIME"),
                    new Mask("[0-9][0-9,.]* (bytes?|[kKMG]i?B)", "SIZE"));

    /// What is replaced.
    private record Mask(String pattern, String by) {
        String on(String text) {
            return text.replaceAll(pattern, by);
        }
    }

    void matches(String golden) {
        Golden.assertMatches("migration/" + golden + ".txt", text());
    }

    /// The same, but of the steps only this one: what others had come to is a matter of moments.
    void matches(String golden, String step) {
        List<String> lines =
                text().lines()
                        .filter(line -> !line.startsWith("    ") || line.startsWith("    " + step))
                        .toList();
        Golden.assertMatches("migration/" + golden + ".txt", String.join("\n", lines) + "\n");
    }

    private String text() {
        String text = ran.out() + ran.err();
        for (String site : Ground.ZURICH) {
            for (String host : Ground.HOSTS) {
                text = text.replace(ground.disk(site, host).toString(), "/srv/files");
            }
        }
        text = text.replace(ground.inventory(), "INVENTORY");
        for (Mask mask : MASKS) {
            text = mask.on(text);
        }
        List<String> lines =
                text.lines().filter(line -> !PROGRESS.matcher(line).matches()).toList();
        return String.join("\n", lines) + "\nexit " + ran.exit() + "\n";
    }
}
