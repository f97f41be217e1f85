package gotthard.journal;

import gotthard.action.Blob;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/// Content with 32 random bytes: its digest `SHA256(salt ‖ content)` can be published, and tells
/// nothing once both are erased.
record Salted(Blob salt, Blob content) {
    /// How content lies in the database.
    static final int PLAIN = 0;

    static final int DEFLATED = 1;
    static final int ERASED = 2;

    private static final int SALT_BYTES = 32;
    private static final int WORTH_DEFLATING = 200;

    static Salted of(byte[] content, RandomGenerator salts) {
        return new Salted(Blob.of(newSalt(salts)), Blob.of(content));
    }

    static byte[] newSalt(RandomGenerator salts) {
        byte[] salt = new byte[SALT_BYTES];
        salts.nextBytes(salt);
        return salt;
    }

    String digest() {
        return HexFormat.of().formatHex(Chain.sha256(salt.bytes(), content.bytes()));
    }

    /// Reads what [#packed] wrote.
    ///
    /// @throws Unreadable when it is not what was written
    static Salted unpacked(Blob salt, Packed packed) {
        return new Salted(salt, unpacked(packed));
    }

    /// Reads content that [#packed] wrote.
    ///
    /// @throws Unreadable when it is not what was written
    static Blob unpacked(Packed packed) {
        return switch (packed.coding()) {
            case PLAIN -> packed.bytes();
            case DEFLATED -> Blob.of(inflated(packed.bytes().bytes()));
            default -> throw new Unreadable("its words are stored in an unknown way");
        };
    }

    Packed packed() {
        return packed(content);
    }

    static Packed packed(Blob content) {
        if (content.size() < WORTH_DEFLATING) {
            return new Packed(PLAIN, content);
        }
        Blob deflated = Blob.of(deflated(content.bytes()));
        return deflated.size() < content.size()
                ? new Packed(DEFLATED, deflated)
                : new Packed(PLAIN, content);
    }

    private static byte[] deflated(byte[] content) {
        try (Deflater deflater = new Deflater(Deflater.BEST_SPEED)) {
            deflater.setInput(content);
            deflater.finish();
            var bytes = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            while (!deflater.finished()) {
                bytes.write(buffer, 0, deflater.deflate(buffer));
            }
            return bytes.toByteArray();
        }
    }

    private static byte[] inflated(byte[] content) {
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(content);
            var bytes = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            while (!inflater.finished()) {
                int count = inflater.inflate(buffer);
                if (count == 0 && !inflater.finished()) {
                    throw new Unreadable("its words are torn");
                }
                bytes.write(buffer, 0, count);
            }
            return bytes.toByteArray();
        } catch (DataFormatException e) {
            throw new Unreadable("its words are torn");
        }
    }

    /// Content as it lies in the database.
    record Packed(int coding, Blob bytes) {}
}
