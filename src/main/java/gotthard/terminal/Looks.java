package gotthard.terminal;

import java.util.Map;

/// What can be shown where the output goes.
///
/// @param isLive whether lines can be drawn anew
/// @param width in columns
public record Looks(boolean isLive, boolean hasColour, boolean hasUnicode, int width) {
    private static final int USUAL_WIDTH = 80;
    private static final int LEAST_WIDTH = 40;

    public Looks {
        width = Math.max(LEAST_WIDTH, width);
    }

    /// Colour needs a terminal and no `NO_COLOR`; characters beyond ASCII need a locale with UTF-8, or no terminal.
    public static Looks of(Map<String, String> environment, boolean isTerminal) {
        boolean isDumb = environment.getOrDefault("TERM", "").equals("dumb");
        boolean wantsNone = !environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new Looks(
                isTerminal && !isDumb,
                isTerminal && !isDumb && !wantsNone,
                speaksUnicode(environment),
                width(environment));
    }

    public Looks withoutColour() {
        return new Looks(isLive, false, hasUnicode, width);
    }

    public Looks withWidth(int columns) {
        return new Looks(isLive, hasColour, hasUnicode, columns);
    }

    private static boolean speaksUnicode(Map<String, String> environment) {
        for (String name : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
            String value = environment.getOrDefault(name, "");
            if (!value.isEmpty()) {
                String plain = value.toUpperCase(java.util.Locale.ROOT).replace("-", "");
                return plain.contains("UTF8");
            }
        }
        return false;
    }

    private static int width(Map<String, String> environment) {
        String columns = environment.getOrDefault("COLUMNS", "");
        return columns.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(columns) : USUAL_WIDTH;
    }
}
