package gotthard.transfer.manifest;

import gotthard.transfer.Sha256;

import java.util.Arrays;

/// One entry as bytes, see [EntryOutput]; an array that grows and is used again and again.
final class EntryBytes {
    static final int END = 0;
    static final int UNREAD = 1;
    static final int HASHED = 2;
    static final int FOLDER = 3;
    static final int LINK = 4;

    private byte[] bytes = new byte[1024];
    private int length;

    /// The array; only the first [#length] bytes count.
    byte[] array() {
        return bytes;
    }

    int length() {
        return length;
    }

    /// Takes the place of what was there before.
    ///
    /// @param shared with how many bytes the path before it begins alike
    void put(Entry entry, int shared) {
        length = 0;
        octet(kind(entry.content()));
        number(shared);
        path(entry, shared);
        number(entry.metadata().mode());
        word(entry.metadata().modified());
        number(entry.metadata().owner() & 0xffff_ffffL);
        number(entry.metadata().group() & 0xffff_ffffL);
        switch (entry.content()) {
            case Content.Unread(long size) -> number(size);
            case Content.Hashed(long size, var digest) -> {
                number(size);
                ensure(Sha256.BYTES);
                digest.copy(bytes, length);
                length += Sha256.BYTES;
            }
            case Content.Folder() -> {}
            case Content.Link(var target) -> octets(target.bytes());
        }
    }

    private static int kind(Content content) {
        return switch (content) {
            case Content.Unread _ -> UNREAD;
            case Content.Hashed _ -> HASHED;
            case Content.Folder _ -> FOLDER;
            case Content.Link _ -> LINK;
        };
    }

    private void path(Entry entry, int shared) {
        int rest = entry.path().length() - shared;
        number(rest);
        ensure(rest);
        entry.path().copy(shared, bytes, length);
        length += rest;
    }

    private void octets(byte[] octets) {
        number(octets.length);
        ensure(octets.length);
        System.arraycopy(octets, 0, bytes, length, octets.length);
        length += octets.length;
    }

    private void octet(int octet) {
        ensure(1);
        bytes[length++] = (byte) octet;
    }

    private void number(long value) {
        long rest = value;
        while (rest > 0x7f) {
            octet((int) ((rest & 0x7f) | 0x80));
            rest >>>= 7;
        }
        octet((int) rest);
    }

    private void word(long value) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            octet((int) (value >>> shift));
        }
    }

    private void ensure(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
