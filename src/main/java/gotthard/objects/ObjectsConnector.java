package gotthard.objects;

import gotthard.action.Connector;
import gotthard.action.Failure;
import gotthard.action.Unreachable;
import gotthard.inventory.Endpoint;
import gotthard.secret.Secret;
import gotthard.secret.SecretRef;
import gotthard.secret.Secrets;
import gotthard.secret.Unresolved;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;

import java.time.Duration;
import java.util.Optional;

/// Opens S3-compatible servers. Nothing is sent before the first question, and nothing is read of what this machine is configured for
/// beside the inventory.
final class ObjectsConnector implements Connector<ObjectServer> {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration TO_CONNECT = Duration.ofSeconds(10);

    /// The engine tries a step again, too.
    private static final int ATTEMPTS = 5;

    @Override
    public ObjectServer open(Endpoint endpoint, Secrets secrets)
            throws Unreachable, InterruptedException {
        if (endpoint instanceof Endpoint.Objects objects) {
            return new ObjectServer(
                    objects.name(),
                    client(
                            objects,
                            value(objects, objects.accessKey(), secrets),
                            value(objects, objects.secretKey(), secrets)));
        }
        throw new Unreachable(
                Failure.refused(
                        endpoint.name() + " is no server of objects",
                        "name one that the inventory lists under \"objects\""));
    }

    /// Checksums that only some servers know are left out; content is compared by SHA-256 of what is read back.
    static S3Client client(Endpoint.Objects objects, Secret accessKey, Secret secretKey) {
        var noProfiles = ProfileFile.aggregator().build();
        return S3Client.builder()
                .endpointOverride(objects.url())
                .region(Region.of(objects.region()))
                .credentialsProvider(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create(text(accessKey), text(secretKey))))
                .forcePathStyle(true)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .serviceConfiguration(
                        S3Configuration.builder()
                                .chunkedEncodingEnabled(false)
                                .expectContinueEnabled(false)
                                .build())
                .httpClientBuilder(
                        UrlConnectionHttpClient.builder()
                                .connectionTimeout(TO_CONNECT)
                                .socketTimeout(PATIENCE))
                .overrideConfiguration(
                        options ->
                                options.defaultProfileFileSupplier(() -> noProfiles)
                                        .retryStrategy(
                                                AwsRetryStrategy.standardRetryStrategy().toBuilder()
                                                        .maxAttempts(ATTEMPTS)
                                                        .build()))
                .build();
    }

    private static Secret value(
            Endpoint.Objects objects, Optional<SecretRef> reference, Secrets secrets)
            throws Unreachable, InterruptedException {
        if (reference.isEmpty()) {
            throw new Unreachable(
                    Failure.refused(
                            "the inventory has no keys for " + objects.name(),
                            "name accessKey and secretKey there"));
        }
        try {
            return secrets.resolve(reference.get());
        } catch (Unresolved unresolved) {
            throw new Unreachable(
                    Failure.refused(
                            objects.name() + " can't be opened",
                            String.valueOf(unresolved.getMessage())));
        }
    }

    private static String text(Secret secret) {
        return secret.revealText(CharSequence::toString);
    }
}
