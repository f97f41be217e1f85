package gotthard.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// All that the sites of a sandbox hold on disk: objects of clusters, files of hosts, with mode, time and content. What a cluster gives
/// every namespace by itself is left out: it does that in its own time, as soon as it runs, whoever looks.
record World(SortedMap<String, String> things) {
    /// A kubeconfig names a port, which every start draws anew.
    private static final String DRAWN = "kubeconfig";

    private static final Pattern BY_ITSELF =
            Pattern.compile(
                    ".*/cluster/objects/"
                            + "(revision"
                            + "|configmaps(/[^/]+(/kube-root-ca\\.crt\\.json)?)?"
                            + "|serviceaccounts(/[^/]+(/default\\.json)?)?)");

    static World in(Path state) {
        var things = new TreeMap<String, String>();
        try (Stream<Path> all = Files.walk(state.resolve("sandbox"))) {
            all.filter(path -> !path.endsWith(DRAWN))
                    .filter(path -> !BY_ITSELF.matcher(path.toString()).matches())
                    .forEach(path -> things.put(state.relativize(path).toString(), told(path)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return new World(things);
    }

    private static String told(Path path) {
        try {
            String mode =
                    PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS));
            if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                return mode;
            }
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(path));
            return "%s %s %s"
                    .formatted(
                            mode,
                            Files.getLastModifiedTime(path),
                            HexFormat.of().formatHex(digest));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
