package gotthard.objects;

import software.amazon.awssdk.core.sync.RequestBody;

import java.io.ByteArrayInputStream;

/// Content of an object, or a piece of it, and what the server says of the whole. The bytes are not copied, and must not be changed.
final class Body {
    private static final String TYPE = "application/octet-stream";

    private final Head head;
    private final byte[] bytes;

    Body(Head head, byte[] bytes) {
        this.head = head;
        this.bytes = bytes;
    }

    Head head() {
        return head;
    }

    byte[] bytes() {
        return bytes;
    }

    /// To be sent, more than once where it has to be.
    static RequestBody sending(byte[] bytes) {
        return RequestBody.fromContentProvider(
                () -> new ByteArrayInputStream(bytes), bytes.length, TYPE);
    }
}
