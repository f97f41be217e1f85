package gotthard.signing;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// The data types of the SSH protocol (RFC 4251, section 5): lengths as four bytes, most significant first, then the content.
final class SshWire {
    private SshWire() {}

    /// Reads one thing after the other.
    static final class Input {
        private final ByteBuffer bytes;
        private final String what;

        /// @param what is read, for messages: "the key"
        Input(byte[] bytes, String what) {
            this.bytes = ByteBuffer.wrap(bytes);
            this.what = what;
        }

        byte[] raw(int length) {
            if (length < 0 || length > bytes.remaining()) {
                throw new Malformed(what + " is cut short");
            }
            byte[] content = new byte[length];
            bytes.get(content);
            return content;
        }

        byte[] string() {
            return raw(number());
        }

        String text() {
            return new String(string(), StandardCharsets.UTF_8);
        }

        int number() {
            try {
                return bytes.getInt();
            } catch (BufferUnderflowException _) {
                throw new Malformed(what + " is cut short");
            }
        }

        void end() {
            if (bytes.hasRemaining()) {
                throw new Malformed("something follows " + what);
            }
        }
    }

    /// Writes one thing after the other.
    static final class Output {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Output raw(byte[] content) {
            bytes.writeBytes(content);
            return this;
        }

        Output string(byte[] content) {
            return raw(ByteBuffer.allocate(4).putInt(content.length).array()).raw(content);
        }

        Output string(String text) {
            return string(text.getBytes(StandardCharsets.UTF_8));
        }

        byte[] bytes() {
            return bytes.toByteArray();
        }
    }
}
