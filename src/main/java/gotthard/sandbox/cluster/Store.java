package gotthard.sandbox.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// All objects of one cluster, each in a JSON file that is replaced at once, so that a kill loses nothing that was answered.
/// Callers that read, decide and write hold the store's own monitor meanwhile.
final class Store {
    private static final int REMEMBERED = 4096;
    private static final Comparator<ObjectName> ORDER =
            Comparator.comparing(ObjectName::resource)
                    .thenComparing(ObjectName::namespace)
                    .thenComparing(ObjectName::name);

    private final Path folder;
    private final Map<ObjectName, ObjectNode> objects = new TreeMap<>(ORDER);
    private final Deque<Change> history = new ArrayDeque<>();

    /// As etcd's: what is written first gets the next.
    private long revision = 1;

    private long forgotten;

    /// One thing that happened.
    ///
    /// @param type `ADDED`, `MODIFIED` or `DELETED`
    record Change(long revision, String type, ObjectName name, ObjectNode object) {}

    private Store(Path folder) {
        this.folder = folder;
    }

    /// Reads what an earlier process left in the folder.
    static Store open(Path folder) throws IOException {
        Files.createDirectories(folder);
        var store = new Store(folder);
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(path -> path.toString().endsWith(".json")).toList()) {
                store.load(file);
            }
        }
        Path counter = folder.resolve("revision");
        if (Files.exists(counter)) {
            store.revision =
                    Math.max(store.revision, Long.parseLong(Files.readString(counter).strip()));
        }
        store.forgotten = store.revision;
        return store;
    }

    synchronized Optional<ObjectNode> get(ObjectName name) {
        return Optional.ofNullable(objects.get(name)).map(ObjectNode::deepCopy);
    }

    /// Sorted by name; of all namespaces when `namespace` is empty.
    synchronized List<ObjectNode> list(Resource resource, String namespace) {
        return names(resource, namespace).stream().flatMap(name -> get(name).stream()).toList();
    }

    synchronized List<ObjectName> names(Resource resource, String namespace) {
        return objects.keySet().stream()
                .filter(name -> name.resource() == resource)
                .filter(name -> namespace.isEmpty() || name.namespace().equals(namespace))
                .toList();
    }

    /// The names of all that is in a namespace.
    synchronized List<ObjectName> content(String namespace) {
        return objects.keySet().stream()
                .filter(name -> name.namespace().equals(namespace))
                .toList();
    }

    synchronized long revision() {
        return revision;
    }

    /// Writes an object under the next revision, and gives it back as written.
    synchronized ObjectNode put(ObjectName name, ObjectNode object) {
        revision++;
        object.withObject("/metadata").put("resourceVersion", Long.toString(revision));
        write(file(name), Json.write(object));
        ObjectNode stored = object.deepCopy();
        String type = objects.put(name, stored) == null ? "ADDED" : "MODIFIED";
        remember(new Change(revision, type, name, stored));
        return object;
    }

    synchronized void remove(ObjectName name) {
        ObjectNode removed = objects.remove(name);
        if (removed == null) {
            return;
        }
        revision++;
        write(
                folder.resolve("revision"),
                Long.toString(revision).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        ObjectNode last = removed.deepCopy();
        last.withObject("/metadata").put("resourceVersion", Long.toString(revision));
        remember(new Change(revision, "DELETED", name, last));
    }

    /// What happened after a revision; waits a while when nothing has.
    ///
    /// @throws Refusal when it is not remembered any more
    synchronized List<Change> since(long known, Duration patience)
            throws Refusal, InterruptedException {
        if (known < forgotten) {
            throw Refusal.gone(known);
        }
        long until = System.nanoTime() + patience.toNanos();
        while (known >= revision) {
            long left = Duration.ofNanos(until - System.nanoTime()).toMillis();
            if (left <= 0) {
                return List.of();
            }
            wait(left);
        }
        return history.stream().filter(change -> change.revision() > known).toList();
    }

    private void remember(Change change) {
        history.addLast(change);
        if (history.size() > REMEMBERED) {
            forgotten = history.removeFirst().revision();
        }
        notifyAll();
    }

    private Path file(ObjectName name) {
        String namespace = name.namespace().isEmpty() ? "_" : name.namespace();
        return folder.resolve(name.resource().qualified())
                .resolve(namespace)
                .resolve(name.name() + ".json");
    }

    private void load(Path file) throws IOException {
        try {
            ObjectNode object = Json.read(Files.readString(file));
            Path inside = folder.relativize(file);
            String qualified = inside.getName(0).toString();
            String namespace = inside.getName(1).toString();
            for (Resource resource : Resource.values()) {
                if (resource.qualified().equals(qualified)) {
                    String name = object.at("/metadata/name").asText();
                    objects.put(
                            new ObjectName(resource, namespace.equals("_") ? "" : namespace, name),
                            object);
                }
            }
            revision = Math.max(revision, object.at("/metadata/resourceVersion").asLong());
        } catch (Refusal broken) {
            throw new IOException(
                    file
                            + " can't be read; delete the sandbox's folder to start afresh: "
                            + broken.getMessage(),
                    broken);
        }
    }

    private static void write(Path file, byte[] content) {
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        try {
            try {
                Files.write(draft, content);
            } catch (NoSuchFileException _) {
                Files.createDirectories(file.getParent());
                Files.write(draft, content);
            }
            try {
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException _) {
                Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
