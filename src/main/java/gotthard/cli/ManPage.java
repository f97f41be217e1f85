package gotthard.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The manual page, of section 1, in the macros of man(7).
final class ManPage {
    private static final CommandSpec EVERYWHERE = CommandSpec.create();

    static {
        Options.everywhere(EVERYWHERE);
    }

    private final StringBuilder page = new StringBuilder();

    private ManPage() {}

    static String text() {
        var page = new ManPage();
        page.head();
        page.verbs();
        page.everywhere();
        page.tail();
        return page.page.toString();
    }

    private void head() {
        line(".TH GOTTHARD 1 \"\" \"gotthard " + escaped(Version.text()) + "\" \"User Commands\"");
        line(".SH NAME");
        line("gotthard \\- plan, prove, execute, verify and roll back migrations between sites");
        line(".SH SYNOPSIS");
        line(".B gotthard");
        line(".I verb");
        line("[\\fIoption\\fR...] [\\fIword\\fR...]");
        line(".SH DESCRIPTION");
        line(
                "Documents in YAML describe sites, what may happen there, and each phase of a migration. Gotthard");
        line(
                "proves a plan before it runs, carries it out step by step, verifies what each step did,");
        line("and takes it back where that is asked. What happened is kept in a journal.");
    }

    private void verbs() {
        line(".SH VERBS");
        for (Verb verb : Verbs.ALL) {
            CommandLine command = Gotthard.commandLine(verb, verb.task().get());
            CommandSpec spec = command.getCommandSpec();
            line(".SS \"" + escaped(synopsis(verb, spec)) + "\"");
            text(spec.usageMessage().description());
            spec.positionalParameters().forEach(word -> item(word.paramLabel(), word));
            spec.options().stream()
                    .filter(option -> !isEverywhere(option))
                    .forEach(option -> item(names(option), option));
            examples(spec.usageMessage().footer());
        }
    }

    private void everywhere() {
        line(".SH OPTIONS OF ALL VERBS");
        EVERYWHERE.options().forEach(option -> item(names(option), option));
    }

    private void tail() {
        line(".SH EXIT STATUS");
        for (Exit exit : Exit.values()) {
            line(".TP");
            line(".B " + exit.code());
            line(escaped(exit.meaning()));
        }
        line(".SH ENVIRONMENT");
        variable(Options.STATE_VARIABLE, "Where runs are kept, as --state says.");
        variable("GOTTHARD_JAVA", "A Java home to use before all others.");
        variable("GOTTHARD_JAVA_OPTIONS", "Further options for the JVM.");
        variable("NO_COLOR", "No colours, when it is set.");
        line(".SH FILES");
        line(".TP");
        line(".I " + escaped(Options.USUAL_STATE));
        line("The journal of runs, where nothing else is said.");
    }

    private static String synopsis(Verb verb, CommandSpec spec) {
        return Stream.concat(
                        Stream.of(verb.name()),
                        spec.positionalParameters().stream().map(ManPage::word))
                .collect(Collectors.joining(" "));
    }

    private static String word(PositionalParamSpec word) {
        String shown = word.paramLabel() + (word.arity().max() > 1 ? "..." : "");
        return word.arity().min() == 0 ? "[" + shown + "]" : shown;
    }

    private static String names(OptionSpec option) {
        String names = String.join(", ", option.names());
        return option.arity().max() == 0 ? names : names + "=" + option.paramLabel();
    }

    /// Not so where a verb has its own words for it, as for `--output` with Markdown.
    private static boolean isEverywhere(OptionSpec option) {
        OptionSpec same = EVERYWHERE.findOption(option.longestName());
        return same != null && Arrays.equals(same.description(), option.description());
    }

    private void item(String term, ArgSpec what) {
        line(".TP");
        line(".B \"" + escaped(term) + "\"");
        text(what.description());
    }

    private void variable(String name, String meaning) {
        line(".TP");
        line(".B " + name);
        line(escaped(meaning));
    }

    private void text(String[] description) {
        line(escaped(String.join(" ", description)));
    }

    private void examples(String[] lines) {
        if (lines.length > 0) {
            line(".PP");
            line(".EX");
            List.of(lines).forEach(example -> line(escaped(example)));
            line(".EE");
        }
    }

    private void line(String line) {
        page.append(line).append('\n');
    }

    /// As it is: a line must not begin like a request, and hyphens are to be copied into a shell.
    private static String escaped(String text) {
        String inner = text.replace("\\", "\\e").replace("-", "\\-").replace("\"", "\\(dq");
        return inner.startsWith(".") || inner.startsWith("'") ? "\\&" + inner : inner;
    }
}
