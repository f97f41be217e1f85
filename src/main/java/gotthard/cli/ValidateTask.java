package gotthard.cli;

import gotthard.problem.Problem;
import gotthard.report.Annotations;
import gotthard.report.CheckedDocument;
import gotthard.report.CommentMarkdown;
import gotthard.report.JunitXml;
import gotthard.report.ProblemSarif;

import picocli.CommandLine.Model.CommandSpec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// `gotthard validate`.
final class ValidateTask implements Task {
    static final String AS_OF = "--as-of";
    private static final String SARIF = "--sarif";
    private static final String JUNIT = "--junit";
    private static final String COMMENT = "--comment";
    private static final String ANNOTATE = "--annotate";

    @Override
    public void declare(CommandSpec spec) {
        Options.about(
                spec,
                "Checks plans, programmes, policies and inventories, and all that they name. It opens no site and"
                        + " resolves no secret. All problems are shown at once, with their places.",
                "gotthard validate",
                "gotthard validate plans/10-europe-files.yaml -i inventories/lab.yaml --as-of 2019-06-01");
        Options.words(
                spec, "0..*", "FILE", "Documents; without any, those in plans/ and inventories/.");
        Options.inventory(spec);
        Options.value(
                spec, "DATE", "The day as on which the policy is judged; today by itself.", AS_OF);
        Options.value(spec, "FILE", "Write all problems, for code hosting: SARIF 2.1.0.", SARIF);
        Options.value(
                spec,
                "FILE",
                "Write the documents as test cases, for CI servers: JUnit XML.",
                JUNIT);
        Options.value(
                spec,
                "FILE",
                "Write what was found as one comment for a pull request: Markdown, of at most 65,536 characters.",
                COMMENT);
        Options.flag(
                spec,
                "Print problems as annotations of GitHub Actions, too, which show them in a pull request.",
                ANNOTATE);
    }

    @Override
    public Exit run(Call call) throws Trouble {
        var validation = new Validation(call.text(Options.INVENTORY), asOf(call));
        var documents = new ArrayList<CheckedDocument>();
        Exit exit = Exit.DONE;
        List<String> files = files(call);
        Clock clock = call.surroundings().clock();
        List<Timed> all =
                files.parallelStream().map(file -> Timed.of(validation, file, clock)).toList();
        for (Timed timed : all) {
            Validation.Found found = timed.found();
            print(call.console(), timed.file(), found);
            documents.add(
                    new CheckedDocument(
                            timed.file(), found.kind(), found.said(), found.all(), timed.took()));
            exit = worse(exit, found);
        }
        write(call, documents);
        return exit;
    }

    /// What was found in a file, and how long it took beside the others.
    private record Timed(String file, Validation.Found found, Duration took) {
        static Timed of(Validation validation, String file, Clock clock) {
            Instant begun = clock.instant();
            Validation.Found found = validation.of(file);
            return new Timed(file, found, Duration.between(begun, clock.instant()));
        }
    }

    private static void write(Call call, List<CheckedDocument> documents) throws Trouble {
        if (call.has(ANNOTATE)) {
            Annotations.of(documents).forEach(call.console()::result);
        }
        Optional<String> sarif = call.text(SARIF);
        if (sarif.isPresent()) {
            Reports.write(call, sarif.get(), ProblemSarif.of(Version.text(), documents) + "\n");
        }
        Optional<String> comment = call.text(COMMENT);
        if (comment.isPresent()) {
            Reports.write(call, comment.get(), CommentMarkdown.of(documents));
        }
        Optional<String> junit = call.text(JUNIT);
        if (junit.isPresent()) {
            Reports.write(call, junit.get(), JunitXml.of(documents));
        }
    }

    /// The day as on which policies are judged.
    static LocalDate asOf(Call call) throws Trouble {
        Optional<String> day = call.text(AS_OF);
        if (day.isEmpty()) {
            return Days.today(call);
        }
        try {
            return LocalDate.parse(day.get());
        } catch (DateTimeParseException _) {
            throw Trouble.badUse(
                    "\"" + day.get() + "\" is no day", "write it like --as-of 2019-12-31");
        }
    }

    private static Exit worse(Exit exit, Validation.Found found) {
        if (found.isBroken() || exit == Exit.BAD_INPUT) {
            return Exit.BAD_INPUT;
        }
        return found.isForbidden() ? Exit.FORBIDDEN : exit;
    }

    private static List<String> files(Call call) throws Trouble {
        if (!call.words().isEmpty()) {
            return call.words();
        }
        var found = new ArrayList<String>();
        for (String folder : List.of("plans", "inventories")) {
            found.addAll(documents(Path.of(folder)));
        }
        if (found.isEmpty()) {
            throw Trouble.badUse(
                    "there are no documents in plans/ and inventories/ here",
                    "name the files: gotthard validate FILE...");
        }
        return found;
    }

    private static List<String> documents(Path folder) throws Trouble {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(Path::toString)
                    .filter(name -> name.endsWith(".yaml") || name.endsWith(".yml"))
                    .sorted()
                    .toList();
        } catch (IOException broken) {
            throw Trouble.failed(
                    "the folder " + folder + " can't be listed: " + broken.getMessage(),
                    "check that you may read it");
        }
    }

    private static void print(Console console, String file, Validation.Found found) {
        Reports.problems(console, found.all());
        long errors = found.all().stream().filter(Problem::isError).count();
        console.json(
                JsonLine.of("document")
                        .put("source", file)
                        .put("kind", found.kind())
                        .put("valid", !found.isBroken())
                        .put("allowed", !found.isForbidden())
                        .put("errors", errors));
        if (errors == 0) {
            console.say(Reports.good(console, found.kind() + " " + file + ": " + found.said()));
        } else {
            console.say(
                    Reports.bad(
                            console,
                            found.kind() + " " + file + ": " + Words.count(errors, "error")));
        }
    }
}
