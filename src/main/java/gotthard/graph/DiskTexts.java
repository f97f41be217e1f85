package gotthard.graph;

import gotthard.problem.Checked;
import gotthard.problem.Code;
import gotthard.problem.Place;
import gotthard.problem.Problem;
import gotthard.problem.Quoted;
import gotthard.problem.Suggestion;
import gotthard.yaml.YamlReader;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads texts from disk. What the command line names may lie anywhere; what documents name must lie in the plan's project.
///
/// The project is the nearest folder around the plan that holds `.git`, or `plans` and `inventories`; without one, the parent of the
/// plan's folder. Symbolic links are followed before this is judged.
public final class DiskTexts implements Texts {
    private static final Code MISSING = new Code("missing-file");
    private static final Code OUTSIDE = new Code("outside-project");
    private static final Code UNREADABLE = new Code("unreadable-file");

    private final Path project;
    private final Set<String> given;

    private DiskTexts(Path project, Set<String> given) {
        this.project = project;
        this.given = given;
    }

    /// Reads for one plan.
    ///
    /// @param plan the plan's file as the user named it
    /// @param others further files that the user named
    public static DiskTexts around(String plan, List<String> others) {
        Set<String> given =
                Stream.concat(Stream.of(plan), others.stream())
                        .map(Paths::normal)
                        .collect(Collectors.toSet());
        return new DiskTexts(project(Path.of(plan).toAbsolutePath().normalize()), given);
    }

    /// The project's folder.
    public Path project() {
        return project;
    }

    @Override
    public Checked<String> read(String name, Place asked) {
        Path file = Path.of(name);
        if (!given.contains(name) && !real(file).startsWith(real(project))) {
            return refuse(
                    OUTSIDE,
                    asked,
                    "the file " + Quoted.of(name) + " lies outside the project " + project,
                    "move it into the project");
        }
        if (!Files.exists(file)) {
            return refuse(
                    MISSING,
                    asked,
                    "there is no file " + Quoted.of(name),
                    similar(file).orElse("correct the path, or make the file"));
        }
        if (!Files.isRegularFile(file)) {
            return refuse(UNREADABLE, asked, Quoted.of(name) + " is no file", "name a file in it");
        }
        return content(file, name, asked);
    }

    private static Checked<String> content(Path file, String name, Place asked) {
        try {
            if (Files.size(file) > YamlReader.LARGEST) {
                return refuse(
                        UNREADABLE,
                        asked,
                        "the file " + Quoted.of(name) + " is larger than 4 MiB",
                        "split it");
            }
            return Checked.valid(
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                            .toString());
        } catch (CharacterCodingException _) {
            return refuse(
                    UNREADABLE,
                    asked,
                    "the file " + Quoted.of(name) + " is not UTF-8",
                    "save it as UTF-8");
        } catch (IOException broken) {
            return refuse(
                    UNREADABLE,
                    asked,
                    "the file "
                            + Quoted.of(name)
                            + " can't be read ("
                            + broken.getClass().getSimpleName()
                            + ")",
                    "check that you may read it");
        }
    }

    private static Checked<String> refuse(Code code, Place asked, String message, String advice) {
        return Checked.invalid(Problem.error(code, asked, message).withAdvice(advice));
    }

    private static Optional<String> similar(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || file.getFileName() == null) {
            return Optional.empty();
        }
        try (Stream<Path> beside = Files.list(folder)) {
            List<String> names =
                    beside.filter(Files::isRegularFile)
                            .map(other -> file.resolveSibling(other.getFileName()).toString())
                            .toList();
            return Suggestion.didYouMean(file.toString(), names);
        } catch (IOException _) {
            return Optional.of("there is no folder " + Quoted.of(String.valueOf(file.getParent())));
        }
    }

    /// The file without links; where it isn't there, its folder without links decides.
    private static Path real(Path file) {
        Path whole = file.toAbsolutePath().normalize();
        try {
            return whole.toRealPath();
        } catch (IOException _) {
            Path folder = whole.getParent();
            return folder == null ? whole : real(folder).resolve(whole.getFileName());
        }
    }

    private static Path project(Path plan) {
        Path own = plan.getParent() == null ? plan : plan.getParent();
        for (Path folder = own; folder != null; folder = folder.getParent()) {
            boolean isProject =
                    Files.exists(folder.resolve(".git"))
                            || (Files.isDirectory(folder.resolve("plans"))
                                    && Files.isDirectory(folder.resolve("inventories")));
            if (isProject) {
                return folder;
            }
        }
        return own.getParent() == null ? own : own.getParent();
    }
}
