package gotthard.transfer;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// One header of a `tar` archive: 512 bytes, as in POSIX.1-1988 (ustar) with GNU's large numbers.
///
/// @param link the target of a link, or empty
record TarHeader(String name, long size, char type, String link) {
    static final int SIZE = 512;
    private static final int LONGEST_DESCRIPTION = 65_536;

    static boolean isEnd(byte[] block) {
        for (byte octet : block) {
            if (octet != 0) {
                return false;
            }
        }
        return true;
    }

    static TarHeader read(byte[] block) throws Refused {
        checkSum(block);
        String name = text(block, 0, 100);
        boolean ustar = text(block, 257, 6).equals("ustar") && block[263] == '0';
        String prefix = ustar ? text(block, 345, 155) : "";
        return new TarHeader(
                prefix.isEmpty() ? name : prefix + "/" + name,
                number(block, 124, 12),
                block[156] == 0 ? '0' : (char) block[156],
                text(block, 157, 100));
    }

    /// How much of a description is read at once; a longer one is no name.
    static int bounded(long size) throws Refused {
        if (size < 0 || size > LONGEST_DESCRIPTION) {
            throw torn();
        }
        return (int) size;
    }

    /// What the headers before a member say of it.
    static Map<String, String> merged(Map<String, String> before, TarHeader header, byte[] padded)
            throws Refused {
        byte[] text = Arrays.copyOf(padded, Math.min(padded.length, bounded(header.size)));
        var all = new HashMap<>(before);
        switch (header.type) {
            case 'L' -> all.put("path", terminated(text));
            case 'K' -> all.put("linkpath", terminated(text));
            case 'x' -> all.putAll(records(text));
            default -> {
                Map<String, String> global = records(text);
                if (global.containsKey("path")
                        || global.containsKey("size")
                        || global.containsKey("linkpath")) {
                    throw torn();
                }
            }
        }
        return all;
    }

    /// Whether the content describes the member that follows.
    boolean describesNext() {
        return type == 'L' || type == 'K' || type == 'x' || type == 'g';
    }

    boolean isFile() {
        return type == '0' || type == '7';
    }

    boolean isHardLink() {
        return type == '1';
    }

    boolean isSymbolicLink() {
        return type == '2';
    }

    /// The size with what fills up the last block.
    long padded() {
        return (size + SIZE - 1) / SIZE * SIZE;
    }

    TarHeader with(Map<String, String> extended) throws Refused {
        try {
            return new TarHeader(
                    extended.getOrDefault("path", name),
                    extended.containsKey("size") ? Long.parseLong(extended.get("size")) : size,
                    type,
                    extended.getOrDefault("linkpath", link));
        } catch (NumberFormatException _) {
            throw torn();
        }
    }

    private static Map<String, String> records(byte[] text) throws Refused {
        var records = new HashMap<String, String>();
        int from = 0;
        while (from < text.length) {
            int space = from;
            while (space < text.length && text[space] != ' ') {
                space++;
            }
            int length = length(new String(text, from, space - from, StandardCharsets.US_ASCII));
            int end = from + length;
            if (end > text.length || end <= space + 1) {
                throw torn();
            }
            String record = RelativePath.decoded(Arrays.copyOfRange(text, space + 1, end - 1));
            int equals = record.indexOf('=');
            if (equals < 0) {
                throw torn();
            }
            records.put(record.substring(0, equals), record.substring(equals + 1));
            from = end;
        }
        return records;
    }

    private static int length(String digits) throws Refused {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException _) {
            throw torn();
        }
    }

    private static String terminated(byte[] text) throws Refused {
        int end = 0;
        while (end < text.length && text[end] != 0) {
            end++;
        }
        return RelativePath.decoded(Arrays.copyOf(text, end));
    }

    private static String text(byte[] block, int from, int length) throws Refused {
        return terminated(Arrays.copyOfRange(block, from, from + length));
    }

    /// Octal digits, or big-endian after a byte of 0x80 (GNU).
    private static long number(byte[] block, int from, int length) throws Refused {
        long value = 0;
        if (block[from] == (byte) 0x80) {
            for (int i = from + length - 8; i < from + length; i++) {
                value = value << 8 | (block[i] & 0xff);
            }
        } else {
            for (int i = from; i < from + length && block[i] != 0; i++) {
                if (block[i] != ' ') {
                    value = value * 8 + octal(block[i]);
                }
            }
        }
        if (value < 0) {
            throw torn();
        }
        return value;
    }

    private static int octal(byte digit) throws Refused {
        if (digit < '0' || digit > '7') {
            throw torn();
        }
        return digit - '0';
    }

    private static void checkSum(byte[] block) throws Refused {
        long sum = 0;
        for (int i = 0; i < SIZE; i++) {
            sum += i >= 148 && i < 156 ? ' ' : block[i] & 0xff;
        }
        if (sum != number(block, 148, 8)) {
            throw torn();
        }
    }

    private static Refused torn() {
        return new Refused(
                "what tar sent is not understood",
                "check that tar of the host is the system's own");
    }
}
