package gotthard.terminal;

/// Colours, where there are any; text that is not painted stays as it is.
public enum Paint {
    PLAIN(""),
    GOOD("32"),
    BAD("31"),
    BUSY("36"),
    WARY("33"),
    FAINT("2"),
    STRONG("1");

    private final String code;

    Paint(String code) {
        this.code = code;
    }

    public String on(String text, Looks looks) {
        return looks.hasColour() && !code.isEmpty()
                ? "\u001b[" + code + "m" + text + "\u001b[0m"
                : text;
    }
}
