package gotthard.sandbox.cluster;

import com.fasterxml.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Something that runs replicas in a cluster, as the cluster keeps it.
///
/// @param name kind, namespace and name: `deployments.apps/intake/analysis`
/// @param wanted how many replicas it is to have
/// @param ready how many are ready
public record Workload(String name, int wanted, int ready) {
    /// All that a cluster's folder of objects holds.
    public static List<Workload> allIn(Path objects) throws IOException {
        var all = new ArrayList<Workload>();
        for (Resource resource : List.of(Resource.DEPLOYMENTS, Resource.STATEFUL_SETS)) {
            Path folder = objects.resolve(resource.qualified());
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.walk(folder)) {
                    for (Path file : files.filter(Workload::isObject).sorted().toList()) {
                        all.add(read(objects, file));
                    }
                }
            }
        }
        return all;
    }

    private static boolean isObject(Path file) {
        return file.toString().endsWith(".json");
    }

    private static Workload read(Path objects, Path file) throws IOException {
        try {
            JsonNode object = Json.read(Files.readString(file));
            String name = objects.relativize(file).toString().replaceAll("\\.json$", "");
            return new Workload(
                    name,
                    object.path("spec").path("replicas").asInt(),
                    object.path("status").path("readyReplicas").asInt());
        } catch (Refusal broken) {
            throw new IOException("the object in " + file + " can't be read", broken);
        }
    }
}
