package gotthard.cli;

/// The entry point. It knows no verbs yet: it says so and exits with 64, "bad use".
public final class Main {
    private static final int BAD_USE = 64;

    private Main() {}

    public static void main(String[] arguments) {
        System.err.println("Usage: gotthard VERB [OPTION...]\nThis version has no verbs yet.");
        System.exit(BAD_USE);
    }
}
