package gotthard.cli;

import picocli.CommandLine.Model.CommandSpec;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// `gotthard demo`.
final class DemoTask implements Task {
    static final String PLAN = "plans/10-europe-files.yaml";
    private static final String FOLDER = ".gotthard/demo";

    @Override
    public void declare(CommandSpec spec) {
        Options.about(
                spec,
                "Moves Europe's files from Moscow to Zurich on sites inside this program: validates, applies, approves,"
                        + " verifies, rolls back; then the same with a file that is corrupted on the way, which must be found"
                        + " and rolled back. Ends with 0 only when all came out as told.",
                "gotthard demo",
                "gotthard demo --output json");
        Options.value(
                spec,
                "DIR",
                "Where each demo makes a folder of its own; .gotthard/demo by itself.",
                Options.STATE);
    }

    @Override
    public Exit run(Call call) throws Trouble, InterruptedException {
        Path folder =
                Path.of(call.text(Options.STATE).orElse(FOLDER))
                        .resolve(
                                DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss")
                                        .withZone(ZoneOffset.UTC)
                                        .format(call.surroundings().clock().instant()));
        if (!Files.exists(Path.of(PLAN))) {
            throw Trouble.failed(
                    "there is no " + PLAN + " here",
                    "go to the folder of the project and try again");
        }
        return new Demo(call, folder).play();
    }
}
