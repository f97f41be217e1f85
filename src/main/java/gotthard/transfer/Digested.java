package gotthard.transfer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;

/// A manifest with the digest of each file. As bytes it is a [Listing] in which the digest stands where a link has its target.
public record Digested(Manifest manifest, Map<RelativePath, Sha256> digests) {
    /// Of nothing.
    public static final Digested EMPTY = new Digested(Manifest.EMPTY, Map.of());

    private static final int LONGEST = 16_384;

    public Digested {
        digests = Map.copyOf(digests);
    }

    /// Reads what [#bytes] made.
    ///
    /// @throws Refused when it is torn or unsafe
    public static Digested read(InputStream written) throws IOException, Refused {
        var words = new Words(written, LONGEST);
        var items = new ArrayList<Item>();
        var digests = new TreeMap<RelativePath, Sha256>();
        for (var head = words.next(); head.isPresent(); head = words.next()) {
            byte[] target = words.next().orElseThrow(Listing::torn);
            var item = Listing.item(head.get(), target).orElseThrow(Listing::torn);
            items.add(item);
            if (item instanceof Item.RegularFile) {
                var hex = new String(target, StandardCharsets.US_ASCII);
                if (!Sha256.isOne(hex)) {
                    throw Listing.torn();
                }
                digests.put(item.path(), new Sha256(hex));
            }
        }
        return new Digested(Manifest.of(items), digests);
    }

    /// This and more; what both have is taken from `more`.
    ///
    /// @throws Refused when they don't fit together
    public Digested and(Digested more) throws Refused {
        var items = new TreeMap<RelativePath, Item>();
        manifest.items().forEach(item -> items.put(item.path(), item));
        more.manifest.items().forEach(item -> items.put(item.path(), item));
        var all = new TreeMap<>(digests);
        all.putAll(more.digests);
        return new Digested(Manifest.of(new ArrayList<>(items.values())), all);
    }

    /// One record an item, in the order of their paths.
    public byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        for (Item item : manifest.items()) {
            switch (item) {
                case Item.RegularFile file ->
                        write(
                                bytes,
                                "f %d %o %d ".formatted(file.size(), file.mode(), file.modified()),
                                file,
                                String.valueOf(digests.get(file.path())));
                case Item.Folder folder ->
                        write(bytes, "d 0 %o 0 ".formatted(folder.mode()), folder, "");
                case Item.Link link -> write(bytes, "l 0 0 0 ", link, link.target());
            }
        }
        return bytes.toByteArray();
    }

    private static void write(ByteArrayOutputStream bytes, String head, Item item, String target) {
        bytes.writeBytes((head + "./").getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(item.path().bytes());
        bytes.write(0);
        bytes.writeBytes(target.getBytes(StandardCharsets.UTF_8));
        bytes.write(0);
    }
}
