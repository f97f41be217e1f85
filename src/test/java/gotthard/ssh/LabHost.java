package gotthard.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import gotthard.inventory.Endpoint;
import gotthard.inventory.EndpointName;
import gotthard.secret.SecretRef;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// A real host of the lab with OpenSSH, and a folder of one test's own on its disk.
///
/// @param address as the lab's README lists it
/// @param folder the folder's path on the host
/// @param disk the same folder as this machine sees it
public record LabHost(EndpointName name, String address, String folder, Path disk)
        implements AutoCloseable {
    private static final Path LAB = Path.of("/var/lib/lab");
    private static final AtomicInteger TESTS = new AtomicInteger();

    /// Makes the folder on a host of the lab.
    ///
    /// @param number the site's: moscow 1, zurich-1 2, zurich-2 3
    /// @param host `files-1` or `files-2`
    public static LabHost take(EndpointName name, int number, String host) throws IOException {
        return take(name, number, host, own());
    }

    /// The name of a folder that no other test uses.
    static String own() {
        return "test-" + ProcessHandle.current().pid() + "-" + TESTS.incrementAndGet();
    }

    static LabHost take(EndpointName name, int number, String host, String own) throws IOException {
        assertThat(LAB.resolve("facts.json")).as("the lab is up: sudo src/lab/lab up").exists();
        Path data = LAB.resolve("%s/hosts/%s/data".formatted(name.site(), host));
        Path disk = Files.createDirectory(data.resolve(own));
        give(disk);
        return new LabHost(
                name,
                "10.77.%d.%s".formatted(number, host.equals("files-1") ? "11" : "12"),
                "/srv/files/" + own,
                disk);
    }

    /// Gives a folder to the user whom the tool logs in as.
    public static void give(Path folder) throws IOException {
        Object user = Files.getAttribute(LAB.resolve("moscow/hosts/files-1/data"), "unix:uid");
        Files.setAttribute(folder, "unix:uid", user);
    }

    /// Runs the lab's own script, as `lab fill zurich-1 files-1`.
    public static void lab(String... words) throws IOException, InterruptedException {
        String script = Path.of(System.getProperty("basedir", "."), "src/lab/lab").toString();
        var all = Stream.concat(Stream.of(script), Stream.of(words)).toList();
        Process ran = new ProcessBuilder(all).redirectErrorStream(true).start();
        String printed = new String(ran.getInputStream().readAllBytes(), UTF_8);
        assertThat(ran.waitFor()).as("%s: %s", all, printed).isZero();
    }

    public Endpoint.Host endpoint() throws IOException {
        return endpoint(address, 22);
    }

    /// The host behind a relay.
    public Endpoint.Host endpoint(Relay relay) throws IOException {
        return endpoint("127.0.0.1", relay.port());
    }

    private Endpoint.Host endpoint(String at, int port) throws IOException {
        List<String> keys =
                Files.readAllLines(LAB.resolve("known_hosts")).stream()
                        .filter(line -> line.startsWith(address + " "))
                        .map(line -> line.substring(address.length() + 1))
                        .toList();
        return new Endpoint.Host(
                name,
                at,
                port,
                "gotthard",
                new Endpoint.HostKeys.Pinned(keys),
                Optional.of(new SecretRef.File(LAB.resolve("id_ed25519"))));
    }

    @Override
    public void close() {
        try (Stream<Path> all = Files.walk(disk)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
