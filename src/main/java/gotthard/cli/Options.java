package gotthard.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

import java.util.List;

/// Declares options and parameters, the same way for all verbs.
final class Options {
    static final String OUTPUT = "--output";
    static final String NO_COLOR = "--no-color";
    static final String QUIET = "--quiet";
    static final String DEBUG = "--debug";
    static final String HELP = "--help";
    static final String STATE = "--state";
    static final String INVENTORY = "--inventory";
    static final String STATE_VARIABLE = "GOTTHARD_STATE";
    static final String USUAL_STATE = ".gotthard";

    private Options() {}

    /// What every verb understands.
    static void everywhere(CommandSpec spec) {
        if (spec.findOption(OUTPUT) == null) {
            value(spec, "text|json", "Print for people, or versioned JSON lines.", OUTPUT);
        }
        flag(spec, "No colours; the environment variable NO_COLOR does the same.", NO_COLOR);
        flag(spec, "Print results and errors only.", "-q", QUIET);
        flag(
                spec,
                "Log to the standard error, with the stack trace of a bug; in JSON with --output json.",
                DEBUG);
        spec.addOption(
                OptionSpec.builder("-h", HELP)
                        .usageHelp(true)
                        .type(boolean.class)
                        .description("Show this text.")
                        .build());
    }

    /// For a verb that prints Markdown, too.
    static void markdown(CommandSpec spec) {
        value(
                spec,
                "text|json|md",
                "Print for people, versioned JSON lines, or Markdown for a comment.",
                OUTPUT);
    }

    static void state(CommandSpec spec) {
        value(
                spec,
                "DIR|URL",
                "Where runs are kept: a folder, .gotthard by itself, or postgresql://USER@HOST/DATABASE for several"
                        + " machines; GOTTHARD_STATE does the same.",
                STATE);
    }

    static void inventory(CommandSpec spec) {
        value(spec, "FILE", "The inventory, in place of the plan's own.", "-i", INVENTORY);
    }

    /// Of a run that is there: see [Chosen].
    static void run(CommandSpec spec) {
        words(spec, "0..1", "RUN", "The run or its plan; without one, the latest run.");
    }

    static void flag(CommandSpec spec, String doc, String... names) {
        spec.addOption(
                OptionSpec.builder(names).type(boolean.class).arity("0").description(doc).build());
    }

    static void value(CommandSpec spec, String label, String doc, String... names) {
        spec.addOption(
                OptionSpec.builder(names)
                        .type(String.class)
                        .arity("1")
                        .paramLabel(label)
                        .description(doc)
                        .build());
    }

    static void values(CommandSpec spec, String label, String doc, String... names) {
        spec.addOption(
                OptionSpec.builder(names)
                        .type(List.class)
                        .auxiliaryTypes(String.class)
                        .arity("1")
                        .paramLabel(label)
                        .description(doc)
                        .build());
    }

    /// The words that are no options.
    ///
    /// @param arity how many: `1`, `0..1`, `0..*`
    static void words(CommandSpec spec, String arity, String label, String doc) {
        spec.addPositional(
                PositionalParamSpec.builder()
                        .index("0..*")
                        .arity(arity)
                        .type(List.class)
                        .auxiliaryTypes(String.class)
                        .paramLabel(label)
                        .description(doc)
                        .build());
    }

    static void about(CommandSpec spec, String description, String... examples) {
        spec.usageMessage().description(description);
        spec.usageMessage()
                .footerHeading(examples.length == 1 ? "%nExample:%n" : "%nExamples:%n")
                .footer(List.of(examples).stream().map("  "::concat).toArray(String[]::new));
    }
}
