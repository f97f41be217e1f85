package gotthard.migration.killed;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.cli.Main;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.tools.ToolProvider;

/// A build of the tool, each command of which is a process of its own.
///
/// @param classPath of the program
record Build(String classPath) {
    private static final Path SOURCES =
            Path.of(System.getProperty("basedir", "."), "src/main/java/gotthard");

    /// The one that is tested.
    static Build present() {
        return new Build(System.getProperty("java.class.path"));
    }

    /// The same with some sources changed, as a later version might: it has another number, does its copies in a second version, and
    /// tells in a second version, too, that it goes on with a run.
    static Build later(Path folder) throws IOException {
        Path sources = Files.createDirectories(folder.resolve("sources"));
        Path classes = Files.createDirectories(folder.resolve("classes"));
        List<Path> changed =
                List.of(
                        changed(sources, "cli/Version.java", new Edit("\"dev\"", "\"9.0.0\"")),
                        changed(sources, "files/CopyKind.java", new Edit("return 1;", "return 2;")),
                        changed(
                                sources,
                                "journal/EventKinds.java",
                                new Edit("\"run.resumed/1\"", "\"run.resumed/2\"")),
                        changed(
                                sources,
                                "journal/EventParts.java",
                                new Edit("\"run.resumed/1\"", "\"run.resumed/2\""),
                                new Edit(
                                        "to.word(\"toolVersion\", version)",
                                        "to.word(\"tool\", version)"),
                                new Edit("from.word(\"toolVersion\")", "from.word(\"tool\")")),
                        changed(
                                sources,
                                "journal/Upcasts.java",
                                new Edit(
                                        "Map.of(\n                            \"step.approved/1\"",
                                        """
                                        Map.of(
                                            "run.resumed/1",
                                            new Upcast(
                                                "run.resumed/2",
                                                old -> new Parts(
                                                    old.facts(),
                                                    old.words().with(
                                                        "tool", old.words().values().get("toolVersion")))),
                                            "step.approved/1\"""")));
        var arguments =
                new ArrayList<>(
                        List.of(
                                "-proc:none",
                                "-nowarn",
                                "-d",
                                classes.toString(),
                                "-cp",
                                System.getProperty("java.class.path")));
        changed.forEach(file -> arguments.add(file.toString()));
        int failed =
                ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, arguments.toArray(String[]::new));
        assertThat(failed).isZero();
        return new Build(classes + File.pathSeparator + System.getProperty("java.class.path"));
    }

    private record Edit(String what, String by) {}

    private static Path changed(Path folder, String name, Edit... edits) throws IOException {
        String text = Files.readString(SOURCES.resolve(name));
        for (Edit edit : edits) {
            assertThat(text).contains(edit.what());
            text = text.replace(edit.what(), edit.by());
        }
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    Process start(Ground ground, String... words) throws IOException {
        var line =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-cp",
                                classPath,
                                Main.class.getName()));
        line.addAll(List.of(words));
        line.addAll(List.of("--state", ground.folder().toString()));
        var builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().put("LANG", "C.UTF-8");
        builder.environment().put("COLUMNS", "80");
        return builder.start();
    }
}
