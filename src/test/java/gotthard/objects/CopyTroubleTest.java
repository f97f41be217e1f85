package gotthard.objects;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.Golden;
import gotthard.action.Action;
import gotthard.action.Before;
import gotthard.action.Context;
import gotthard.action.Unreachable;
import gotthard.inventory.Endpoint;
import gotthard.secret.SecretRef;
import gotthard.transfer.Refused;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.s3.model.S3Exception;

import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.net.ssl.SSLHandshakeException;

/// What is said where copying goes wrong, and that it tells no secret.
final class CopyTroubleTest {
    @TempDir Path folder;
    private ObjectsScene scene;

    @BeforeEach
    void startServers() throws Exception {
        scene = new ObjectsScene(new Proxy(folder.resolve("a")), new Proxy(folder.resolve("b")));
    }

    @AfterEach
    void stopServers() {
        scene.close();
    }

    @Test
    void tellsWhatTheServersRefuse() throws Exception {
        ObjectsScene.write(scene.from, ObjectsScene.SOURCE, "russia/a", new byte[1]);
        String empty = said(scene.context(1));
        ObjectsScene.write(scene.from, ObjectsScene.SOURCE, "europe/a", new byte[1]);
        Path wrong = Files.writeString(folder.resolve("wrong"), "a wrong key of many characters");
        String secret = said(keys(scene.source().endpoint(ObjectsScene.FROM, wrong)));
        Path other = Files.writeString(folder.resolve("other"), "somebody-else");
        String access = said(keys(accessKey(other)));
        String unset = said(keys(accessKey(folder.resolve("none"))));
        String unversioned = said(scene.histories(Level.FULL), scene.context(1));
        scene.to.deleteObject(asked -> asked.bucket(ObjectsScene.TARGET).key("other/foreign.txt"));
        scene.to.deleteBucket(asked -> asked.bucket(ObjectsScene.TARGET));
        String bucket = said(scene.context(1));
        scene.target().relay().cutAfter(0);
        String cut = said(scene.context(1));

        String all = String.join("\n", empty, secret, access, unset, unversioned, bucket, cut);
        assertThat(all).doesNotContain("a wrong key");
        Golden.assertMatches("objects/failures.txt", all.replace(folder.toString(), "FOLDER"));
    }

    @Test
    void tellsWhatErrorsOfServersMean() {
        var said = new StringBuilder();
        for (String answer :
                List.of(
                        "403 RequestTimeTooSkewed",
                        "503 SlowDown",
                        "429 ",
                        "403 AccessDenied",
                        "403 ",
                        "500 InternalError",
                        "400 AuthorizationHeaderMalformed",
                        "507 QuotaExceeded",
                        "400 InvalidArgument")) {
            String code = answer.substring(4);
            var refused =
                    (S3Exception)
                            S3Exception.builder()
                                    .statusCode(Integer.parseInt(answer.substring(0, 3)))
                                    .awsErrorDetails(
                                            AwsErrorDetails.builder().errorCode(code).build())
                                    .build();
            var failure = Complaints.of("zurich-1/s3:blobs/europe/a", "write", refused);
            said.append(failure.kind()).append(": ").append(failure).append('\n');
        }
        for (Exception cause :
                List.of(new UnknownHostException("s3"), new SSLHandshakeException("no"))) {
            var failure =
                    Complaints.of(ObjectsScene.TO, SdkClientException.create("broken", cause));
            said.append(failure.kind()).append(": ").append(failure).append('\n');
        }

        Golden.assertMatches("objects/complaints.txt", said.toString());
    }

    /// S3Proxy does not keep such names.
    @Test
    void tellsWhichNamesNoManifestHolds() {
        var shelf = new Shelf(ObjectsScene.FROM, ObjectsScene.SOURCE, "europe");
        String said =
                Stream.of("europe//a", "europe/a/", "europe/../a", "europe/./a")
                        .map(name -> refused(shelf, name))
                        .collect(Collectors.joining("\n"));

        Golden.assertMatches("objects/names.txt", said);
    }

    private static String refused(Shelf shelf, String name) {
        try {
            return "no refusal of " + shelf.path(name);
        } catch (Refused refused) {
            return refused.getMessage();
        }
    }

    private Endpoint.Objects accessKey(Path file) {
        Endpoint.Objects right = scene.source().endpoint(ObjectsScene.FROM);
        return new Endpoint.Objects(
                right.name(),
                right.url(),
                right.region(),
                Optional.of(new SecretRef.File(file)),
                right.secretKey());
    }

    private Context keys(Endpoint.Objects from) {
        return ObjectsScene.context(1, from, scene.target().endpoint(ObjectsScene.TO));
    }

    private String said(Context context) throws Exception {
        return said(scene.action(), context);
    }

    private static String said(Action action, Context context) throws Exception {
        try {
            return "no failure: " + action.apply(context, new Before.Absent());
        } catch (Unreachable unreachable) {
            return unreachable.failure().kind() + ": " + unreachable.failure();
        }
    }
}
