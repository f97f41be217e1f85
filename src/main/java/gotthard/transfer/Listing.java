package gotthard.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Optional;

/// Reads how a host lists a folder: for each item `KIND SIZE MODE MTIME ./PATH` NUL `TARGET` NUL.
///
/// KIND is `f`, `d`, `l`, or another letter for what is neither; MODE is octal; MTIME are seconds since 1970, perhaps with a
/// fraction that is dropped, since not every `tar` keeps it; TARGET is empty but for links. NUL is the one octet that no name
/// has, so that newlines, quotes and backslashes need no escapes.
public final class Listing {
    private static final int FIELDS = 5;
    private static final int LONGEST = 16_384;

    private Listing() {}

    /// Reads to the end of the stream.
    ///
    /// @throws Refused when a name is unsafe, or something is neither file, folder nor link
    public static Manifest read(InputStream printed) throws IOException, Refused {
        var words = new Words(printed, LONGEST);
        var items = new ArrayList<Item>();
        for (var head = words.next(); head.isPresent(); head = words.next()) {
            byte[] target = words.next().orElseThrow(Listing::torn);
            item(head.get(), target).ifPresent(items::add);
        }
        return Manifest.of(items);
    }

    /// The item of one record; empty for the listed folder itself.
    static Optional<Item> item(byte[] head, byte[] target) throws Refused {
        var fields = new String[FIELDS - 1];
        int from = 0;
        for (int i = 0; i < fields.length; i++) {
            int space = indexOfSpace(head, from);
            fields[i] =
                    new String(
                            head, from, space - from, java.nio.charset.StandardCharsets.US_ASCII);
            from = space + 1;
        }
        byte[] name = java.util.Arrays.copyOfRange(head, from, head.length);
        if (fields[0].equals("d") && name.length == 1 && name[0] == '.') {
            return Optional.empty();
        }
        var path = RelativePath.read(name);
        return Optional.of(item(path, fields, target));
    }

    private static Item item(RelativePath path, String[] fields, byte[] target) throws Refused {
        int mode = Math.toIntExact(number(fields[2], 8));
        return switch (fields[0]) {
            case "f" -> new Item.RegularFile(path, number(fields[1], 10), mode, seconds(fields[3]));
            case "d" -> new Item.Folder(path, mode);
            case "l" -> new Item.Link(path, RelativePath.decoded(target));
            default ->
                    throw new Refused(
                            path + " is neither a file, a folder nor a link",
                            "move it elsewhere; sockets, pipes and devices are not copied");
        };
    }

    private static long seconds(String text) throws Refused {
        int point = text.indexOf('.');
        return number(point < 0 ? text : text.substring(0, point), 10);
    }

    private static long number(String text, int radix) throws Refused {
        try {
            return Long.parseLong(text, radix);
        } catch (NumberFormatException _) {
            throw torn();
        }
    }

    private static int indexOfSpace(byte[] head, int from) throws Refused {
        for (int i = from; i < head.length; i++) {
            if (head[i] == ' ') {
                return i;
            }
        }
        throw torn();
    }

    static Refused torn() {
        return new Refused(
                "the listing of the folder is torn or not understood",
                "check that find and stat of the host are the system's own");
    }
}
