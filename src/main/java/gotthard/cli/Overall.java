package gotthard.cli;

import java.io.PrintStream;

/// The help of the whole program, printed without loading any verb.
final class Overall {
    private Overall() {}

    static void help(PrintStream out) {
        out.println("Plans, executes, verifies and rolls back migrations between sites.");
        out.println();
        out.println("Usage: gotthard VERB [OPTION...]");
        out.println();
        for (Verb verb : Verbs.ALL) {
            out.println(
                    "  " + verb.name() + " ".repeat(11 - verb.name().length()) + verb.summary());
        }
        out.println();
        out.println(
                "gotthard VERB --help says more, with an example; gotthard --version says which.");
        out.println("New here? gotthard demo moves files between two sites inside this program.");
        out.println();
        out.println("Exit codes:");
        for (Exit exit : Exit.values()) {
            out.println("  " + (exit.code() < 10 ? " " : "") + exit.code() + "  " + exit.meaning());
        }
    }
}
