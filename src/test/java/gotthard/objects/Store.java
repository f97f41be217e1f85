package gotthard.objects;

import gotthard.inventory.Endpoint;
import gotthard.inventory.EndpointName;
import gotthard.secret.Secret;
import gotthard.secret.SecretRef;
import gotthard.secret.Secrets;

import software.amazon.awssdk.services.s3.S3Client;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A real S3-compatible server for tests, with a relay before it that can be cut.
public abstract class Store implements AutoCloseable {
    static final String ACCESS_KEY = "gotthard-test";

    private final Path keys;
    private Optional<Relay> relay = Optional.empty();

    /// Makes keys for it.
    ///
    /// @param folder of its own
    Store(Path folder) throws Exception {
        keys = Files.createDirectories(folder);
        Files.writeString(keys.resolve("access"), ACCESS_KEY);
        Files.writeString(keys.resolve("secret"), java.util.UUID.randomUUID().toString());
    }

    /// The port of this machine where it listens.
    abstract int port();

    /// Whether it keeps tags.
    abstract boolean keepsTags();

    String secretKey() throws Exception {
        return Files.readString(keys.resolve("secret"));
    }

    public Relay relay() {
        if (relay.isEmpty()) {
            relay = Optional.of(new Relay(port()));
        }
        return relay.get();
    }

    public Endpoint.Objects endpoint(EndpointName name) {
        return endpoint(name, keys.resolve("secret"));
    }

    Endpoint.Objects endpoint(EndpointName name, Path secret) {
        return new Endpoint.Objects(
                name,
                URI.create("http://127.0.0.1:" + relay().port()),
                "us-east-1",
                Optional.of(new SecretRef.File(keys.resolve("access"))),
                Optional.of(new SecretRef.File(secret)));
    }

    public S3Client client(EndpointName name) throws Exception {
        return ObjectsConnector.client(
                endpoint(name),
                Secret.of(ACCESS_KEY),
                new Secrets(System.getenv()).resolve(new SecretRef.File(keys.resolve("secret"))));
    }

    @Override
    public void close() {
        relay.ifPresent(Relay::close);
    }
}
