package gotthard.sandbox;

import gotthard.inventory.EndpointName;
import gotthard.inventory.SiteName;
import gotthard.sandbox.cluster.Workload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// What lies in the folder of a sandbox, whether its sites have been started or not: seen as it is, and by nobody's leave.
///
/// @param sandbox the folder
public record Contents(Path sandbox) {
    private static final String OWN = ".gotthard-";

    /// Everything at all sites, by name: files with mode, time and digest, and objects with their text. What a mark of a coordinator
    /// says is left out; that it is there is not.
    ///
    /// @param alike writes what differs from one run to another alike, in names and in objects
    public SortedMap<String, String> all(UnaryOperator<String> alike) throws IOException {
        var all = new TreeMap<String, String>();
        for (Path site : children(sandbox)) {
            for (Path host : children(site.resolve("hosts"))) {
                addFiles(host.resolve("root"), alike, all);
                addFiles(host.resolve("home"), alike, all);
            }
            for (Path file : below(site.resolve("cluster/objects"))) {
                if (file.toString().endsWith(".json")) {
                    all.put(named(file, alike), alike.apply(Files.readString(file)));
                }
            }
        }
        return all;
    }

    private void addFiles(Path root, UnaryOperator<String> alike, SortedMap<String, String> all)
            throws IOException {
        boolean isHome = root.endsWith("home");
        for (Path file : below(root)) {
            String name = named(file, alike);
            boolean isOwn = isHome || name.contains("/" + OWN);
            boolean isMark =
                    (isHome && name.contains("/.gotthard/marks/"))
                            || (isOwn && name.endsWith("/fence"));
            String mode =
                    PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS));
            String time = isOwn ? "" : Files.getLastModifiedTime(file) + " ";
            all.put(
                    name,
                    Files.isRegularFile(file) && !isMark ? mode + " " + time + digest(file) : mode);
        }
    }

    private String named(Path file, UnaryOperator<String> alike) {
        return alike.apply(sandbox.relativize(file).toString());
    }

    /// The digests of the files below a folder of a host, by their names in it, and of what is on its way there.
    ///
    /// @param path as the inventory names it
    public SortedMap<String, String> files(EndpointName host, String path) throws IOException {
        Path root =
                sandbox.resolve(host.site().value())
                        .resolve("hosts")
                        .resolve(host.local())
                        .resolve("root");
        Path folder = root.resolve(path.substring(1));
        var files = new TreeMap<String, String>();
        addDigests(folder, folder, files);
        Path above = Objects.requireNonNull(folder.getParent());
        for (Path beside : children(above)) {
            if (beside.getFileName().toString().startsWith(OWN)) {
                Path stage = beside.resolve(folder.getFileName().toString()).resolve("stage");
                addDigests(above, stage, files);
            }
        }
        return files;
    }

    private static void addDigests(Path from, Path folder, SortedMap<String, String> files)
            throws IOException {
        for (Path file : below(folder)) {
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                files.put(from.relativize(file).toString(), digest(file));
            }
        }
    }

    /// The workloads of a site's cluster.
    public List<Workload> workloads(SiteName site) throws IOException {
        return Workload.allIn(sandbox.resolve(site.value()).resolve("cluster/objects"));
    }

    private static String digest(Path file) throws IOException {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static List<Path> children(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        }
    }

    private static List<Path> below(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.skip(1).sorted().toList();
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        }
    }
}
