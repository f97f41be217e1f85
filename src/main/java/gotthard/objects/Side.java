package gotthard.objects;

import gotthard.action.Context;
import gotthard.action.Failure;
import gotthard.action.Unreachable;
import gotthard.transfer.RelativePath;
import gotthard.transfer.Sha256;
import gotthard.transfer.manifest.Content;
import gotthard.transfer.manifest.Entry;

import java.util.Optional;

/// One end of a copy.
///
/// @param version which one is looked at of each object; empty for what is current
record Side(ObjectServer server, Shelf shelf, Context context, String version) {
    /// What is read or sent at a time.
    static final int PIECE = 8 << 20;

    /// Of what is current.
    Side(ObjectServer server, Shelf shelf, Context context) {
        this(server, shelf, context, "");
    }

    /// The same of one version.
    Side of(String one) {
        return new Side(server, shelf, context, one);
    }

    /// An object that was read from beginning to end.
    record Seen(Sha256 content, Head head, Attributes attributes) {}

    Optional<Head> head(RelativePath path) throws Unreachable, InterruptedException {
        return server.head(shelf.bucket(), shelf.name(path), version);
    }

    /// Reads content, tags and all that is said of an object, if it is there.
    ///
    /// @param size as it was listed
    Optional<Seen> read(RelativePath path, long size) throws Unreachable, InterruptedException {
        var digest = Sha256.begin();
        Optional<Body> first =
                Memory.holding(
                        PIECE,
                        () -> {
                            Optional<Body> body = piece(path, "", 0, Math.min(size, PIECE));
                            body.ifPresent(read -> digest.update(read.bytes()));
                            return body.map(read -> new Body(read.head(), new byte[0]));
                        });
        if (first.isEmpty()) {
            return Optional.empty();
        }
        Head head = first.get().head();
        if (head.size() != size) {
            throw new Unreachable(
                    Failure.transientFailure(
                            shelf.shown(path) + " was changed while it was read",
                            "stop what changes it, and try again"));
        }
        for (long from = PIECE; from < size; from += PIECE) {
            long at = from;
            Memory.holding(
                    PIECE,
                    () -> {
                        digest.update(
                                present(
                                                path,
                                                piece(
                                                        path,
                                                        head.tag(),
                                                        at,
                                                        Math.min(size - at, PIECE)))
                                        .bytes());
                        return at;
                    });
        }
        return Optional.of(new Seen(Sha256.end(digest), head, tagged(path, head)));
    }

    /// One piece; all where the length is 0.
    Optional<Body> piece(RelativePath path, String tag, long from, long length)
            throws Unreachable, InterruptedException {
        context.pace(length);
        return server.read(shelf.bucket(), shelf.name(path), new Piece(version, tag, from, length));
    }

    /// All attributes; tags are asked for only where there are some.
    Attributes tagged(RelativePath path, Head head) throws Unreachable, InterruptedException {
        return head.tags() == 0
                ? head.attributes()
                : head.attributes().tagged(server.tags(shelf.bucket(), shelf.name(path), version));
    }

    /// What must be there, since it was listed.
    <T> T present(RelativePath path, Optional<T> found) throws Unreachable {
        return found.orElseThrow(
                () ->
                        new Unreachable(
                                Failure.transientFailure(
                                        shelf.shown(path) + " vanished while it was read",
                                        "stop what changes it, and try again")));
    }

    /// The stamp of this tool on an object, whichever step wrote it.
    Optional<Stamp> stamp(RelativePath path, Head head) {
        return Stamp.read(head.attributes(), shelf.name(path));
    }

    /// Whether the step at work has made an object.
    boolean isOurs(RelativePath path, Head head) {
        return stamp(path, head).filter(stamp -> stamp.isOf(context.key())).isPresent();
    }

    /// As a manifest has it.
    static long size(Entry entry) {
        return switch (entry.content()) {
            case Content.Unread(long size) -> size;
            case Content.Hashed(long size, _) -> size;
            case Content.Folder _, Content.Link _ -> 0;
        };
    }
}
