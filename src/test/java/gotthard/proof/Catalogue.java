package gotthard.proof;

import gotthard.action.Kinds;
import gotthard.clearing.DeleteKind;
import gotthard.graph.ApproveKind;
import gotthard.graph.Assembled;
import gotthard.graph.Assembly;
import gotthard.graph.DiskTexts;
import gotthard.graph.ProgrammeAssembly;
import gotthard.problem.Checked;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The plans and programmes below `src/test/resources/catalogue`, each in the folder of the invariant that it breaks, or in `sound`.
public final class Catalogue {
    private static final Path FOLDER = Path.of("src/test/resources/catalogue");
    private static final Kinds KINDS =
            new Kinds(List.of(new EffectKind(), new ApproveKind(), new DeleteKind()));
    private static final Pattern DAY = Pattern.compile("as of ([0-9-]{10})");
    private static final LocalDate USUAL_DAY = LocalDate.of(2019, 6, 1);

    private Catalogue() {}

    /// `stale-writer/switch-before-drain`, sorted.
    public static List<String> names() {
        try (Stream<Path> files = Files.walk(FOLDER, 2)) {
            return files.filter(Files::isRegularFile)
                    .map(FOLDER::relativize)
                    .filter(file -> file.getNameCount() == 2)
                    .map(file -> file.toString().replace('\\', '/').replace(".yaml", ""))
                    .sorted()
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static String file(String name) {
        return FOLDER.resolve(name + ".yaml").toString();
    }

    /// As of the day that its first line names.
    public static Model model(String name) {
        String file = file(name);
        String text = text(file);
        Matcher day = DAY.matcher(text.lines().findFirst().orElse(""));
        return Modelling.of(
                plans(file, text, KINDS), day.find() ? LocalDate.parse(day.group(1)) : USUAL_DAY);
    }

    /// A plan or programme that is shipped, with the actions that are.
    public static Model shipped(String file) {
        return Modelling.of(plans(file, text(file), Kinds.installed()), USUAL_DAY);
    }

    private static List<Assembled> plans(String file, String text, Kinds kinds) {
        var texts = DiskTexts.around(file, List.of());
        Checked<List<Assembled>> plans =
                text.contains("\nkind: Programme\n")
                        ? ProgrammeAssembly.assemble(file, Optional.empty(), texts, kinds)
                                .map(ProgrammeAssembly.Assembled::plans)
                        : Assembly.assemble(file, Optional.empty(), texts, kinds).map(List::of);
        return plans.toOptional()
                .orElseThrow(() -> new AssertionError(plans.problems().toString()));
    }

    private static String text(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
