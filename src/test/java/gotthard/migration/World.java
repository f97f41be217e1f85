package gotthard.migration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Everything that can be seen at both sites in Zurich, object by object and file by file, without what changes by itself.
///
/// @param things by site and name: `zurich-1 files-2 disk metadata/europe/0a/000001.json`
record World(SortedMap<String, String> things) {
    private static final List<String> KINDS =
            List.of(
                    "/api/v1/namespaces",
                    "/api/v1/configmaps",
                    "/api/v1/services",
                    "/api/v1/resourcequotas",
                    "/apis/apps/v1/deployments",
                    "/apis/batch/v1/jobs");

    /// What Kubernetes makes by itself, and namespaces of other tests, which it may still be removing.
    private static final Pattern OF_OTHERS =
            Pattern.compile(
                    "ConfigMap .*/kube-root-ca\\.crt|Service default/kubernetes"
                            + "|Namespace (default|kube-.*|test-\\d+-\\d+)"
                            + "|\\S+ (kube-.*|test-\\d+-\\d+)/.*");

    private static final List<String> VOLATILE =
            List.of(
                    "uid",
                    "resourceVersion",
                    "creationTimestamp",
                    "managedFields",
                    "generation",
                    "selfLink");
    private static final Pattern OWN_FILES =
            Pattern.compile("\\.(ssh|bashrc|cache)(/.*)?|altering.*");

    /// Marks of runs, names that Kubernetes gives, and addresses that it deals out.
    private static final Pattern DEALT =
            Pattern.compile(
                    "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{16,64}|\\b10\\.\\d+\\.\\d+\\.\\d+\\b");

    private static final int MOST_TOLD = 8;
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    static World of(Ground ground) throws IOException {
        var things = new TreeMap<String, String>();
        for (String site : Ground.ZURICH) {
            for (String kind : KINDS) {
                objects(ground, site, kind, things);
            }
            for (String host : Ground.HOSTS) {
                String where = site + " " + host;
                files(ground.disk(site, host), where + " disk ", things);
                files(ground.home(site, host), where + " home ", things);
            }
        }
        return new World(things);
    }

    /// The files below a folder, by their names there, with mode, time, size and digest.
    static SortedMap<String, String> files(Path folder) throws IOException {
        var files = new TreeMap<String, String>();
        files(folder, "", files);
        return files;
    }

    /// The same, but for names and addresses that differ between two runs that did the same.
    World withoutNamesOfRuns() {
        var masked = new TreeMap<String, String>();
        things.forEach(
                (name, value) ->
                        masked.put(DEALT.matcher(name).replaceAll("…"), withoutNames(name, value)));
        return new World(masked);
    }

    /// Of the tool's own marks only that they are there, and of what a command made not when.
    private static String withoutNames(String name, String value) {
        if (name.contains(".gotthard")) {
            return "a mark";
        }
        if (name.contains(" disk ")) {
            return value;
        }
        return DEALT.matcher(value)
                .replaceAll("…")
                .replaceAll("(gotthard\\.dev/(?:run|fence)\"\\s*:\\s*\")[^\"]*", "$1…")
                .replaceAll(" bytes of \\d+", " bytes");
    }

    /// Fails unless both are the same, and tells where they differ only.
    void isAs(World wanted) {
        var names = new TreeSet<>(things.keySet());
        names.addAll(wanted.things.keySet());
        List<String> differences =
                names.stream()
                        .filter(name -> !found(name).equals(wanted.found(name)))
                        .map(
                                name ->
                                        name
                                                + "\n  wanted "
                                                + wanted.found(name)
                                                + "\n  found  "
                                                + found(name))
                        .toList();
        assertThat(differences.stream().limit(MOST_TOLD))
                .as("%d differences", differences.size())
                .isEmpty();
    }

    private String found(String name) {
        return things.getOrDefault(name, "nothing");
    }

    /// With more things, or others in place of those of these names.
    World with(Map<String, String> more) {
        var all = new TreeMap<>(things);
        all.putAll(more);
        return new World(all);
    }

    private static void objects(Ground ground, String site, String kind, Map<String, String> into)
            throws IOException {
        JsonNode list = JSON.readTree(ground.cluster(site).raw(kind));
        for (JsonNode item : list.path("items")) {
            var object = (ObjectNode) item;
            var metadata = (ObjectNode) object.path("metadata");
            String type = list.path("kind").asText().replaceFirst("List$", "");
            String namespace = metadata.path("namespace").asText();
            String name =
                    type
                            + " "
                            + (namespace.isEmpty() ? "" : namespace + "/")
                            + metadata.path("name").asText();
            if (OF_OTHERS.matcher(name).matches()) {
                continue;
            }
            object.remove(List.of("status", "kind", "apiVersion"));
            metadata.remove(VOLATILE);
            if (metadata.path("annotations") instanceof ObjectNode annotations) {
                annotations.remove("deployment.kubernetes.io/revision");
                if (annotations.isEmpty()) {
                    metadata.remove("annotations");
                }
            }
            into.put(
                    site + " " + name,
                    JSON.writeValueAsString(JSON.treeToValue(object, Map.class)));
        }
    }

    private static void files(Path folder, String prefix, Map<String, String> into)
            throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.toList()) {
                String name = folder.relativize(path).toString();
                if (!name.isEmpty() && !OWN_FILES.matcher(name).matches()) {
                    into.put(prefix + name, described(path));
                }
            }
        }
    }

    private static String described(Path path) throws IOException {
        String mode =
                PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS));
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            return "folder " + mode;
        }
        byte[] content = Files.readAllBytes(path);
        return "%s %d bytes of %s, %s"
                .formatted(
                        mode,
                        content.length,
                        Files.getLastModifiedTime(path).toInstant().getEpochSecond(),
                        digest(content));
    }

    private static String digest(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return "%064x".formatted(new BigInteger(1, digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
