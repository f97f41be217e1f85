package gotthard.objects;

import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;

import java.net.URI;
import java.nio.file.Path;
import java.util.Properties;

/// S3Proxy in this process, which keeps objects in memory.
public final class Proxy extends Store {
    private final S3Proxy server;

    public Proxy(Path folder) throws Exception {
        super(folder);
        server =
                S3Proxy.builder()
                        .blobStore(BlobStores.create("transient-nio2", new Properties()))
                        .endpoint(URI.create("http://127.0.0.1:0"))
                        .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, ACCESS_KEY, secretKey())
                        .v4MaxNonChunkedRequestSize(64 << 20)
                        .ignoreUnknownHeaders(true)
                        .build();
        server.start();
    }

    @Override
    int port() {
        return server.getPort();
    }

    @Override
    boolean keepsTags() {
        return false;
    }

    @Override
    public void close() {
        super.close();
        try {
            server.stop();
        } catch (Exception broken) {
            throw new AssertionError("S3Proxy does not stop", broken);
        }
    }
}
