package gotthard.objects;

import gotthard.action.Context;
import gotthard.action.Failure;
import gotthard.action.Unreachable;
import gotthard.transfer.Refused;
import gotthard.transfer.Sha256;
import gotthard.world.CellId;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;

/// What stands in the target bucket, in `.gotthard-KEY/REGION.DATA/`, from the first change until it is collected or undone: `fence`
/// with the fence of the coordinator whose turn it is, and an object for each upload in parts that is not at its end.
///
/// Looking at the fence and changing something are two moments, so that a coordinator that is overtaken gets through with what it has begun.
record Mark(ObjectServer server, String bucket, String folder, Context context) {
    static final String START = ".gotthard-";

    /// Nothing beside the content.
    static final Attributes PLAIN =
            new Attributes(
                    Collections.emptySortedMap(),
                    Collections.emptySortedMap(),
                    Collections.emptySortedMap());

    static Mark of(ObjectServer server, Shelf target, CellId cell, Context context) {
        return new Mark(
                server,
                target.bucket(),
                START + context.key().brief() + "/" + cell.region() + "." + cell.data() + "/",
                context);
    }

    /// Whether an object is one of these.
    static boolean isOne(String name) {
        return name.startsWith(START);
    }

    /// An upload in parts that has begun.
    ///
    /// @param id its name at the server
    /// @param content of the whole
    /// @param tag of the source object when it was read
    record Begun(String object, String id, Sha256 content, String tag) {
        private static Begun read(String text) {
            List<String> lines = text.lines().toList();
            return new Begun(lines.get(3), lines.get(0), new Sha256(lines.get(1)), lines.get(2));
        }

        private String text() {
            return String.join("\n", id, content.hex(), tag, object);
        }
    }

    /// From now on nobody with a lower fence changes anything under this key.
    void begin() throws Unreachable, InterruptedException {
        Optional<Body> written = server.read(bucket, fence(), Piece.WHOLE);
        if (written.isPresent() && number(written.get()) == context.fence().number()) {
            return;
        }
        boolean isMine =
                written.filter(body -> number(body) > context.fence().number()).isEmpty()
                        && server.put(
                                bucket,
                                fence(),
                                Long.toString(context.fence().number())
                                        .getBytes(StandardCharsets.UTF_8),
                                PLAIN,
                                Expected.of(written.map(body -> body.head().tag()).orElse("")));
        if (!isMine) {
            throw overtaken();
        }
    }

    /// Looks whether it still is this coordinator's turn.
    void hold() throws Unreachable, InterruptedException {
        Optional<Body> written = server.read(bucket, fence(), Piece.WHOLE);
        if (written.isEmpty() || number(written.get()) != context.fence().number()) {
            throw overtaken();
        }
    }

    /// A note that stands beside the fence, if it was kept.
    Optional<byte[]> note(String name) throws Unreachable, InterruptedException {
        return server.read(bucket, folder + name, Piece.WHOLE).map(Body::bytes);
    }

    /// Keeps a note beside the fence.
    void keep(String name, byte[] note) throws Unreachable, InterruptedException {
        hold();
        String there = server.head(bucket, folder + name, "").map(Head::tag).orElse("");
        if (!server.put(bucket, folder + name, note, PLAIN, Expected.of(there))) {
            throw overtaken();
        }
    }

    /// The notes whose names begin so.
    List<byte[]> notes(String start)
            throws IOException, Refused, Unreachable, InterruptedException {
        var notes = new ConcurrentLinkedQueue<byte[]>();
        try (var hands = new Hands(Copying.HANDS)) {
            server.each(
                    bucket,
                    folder + start,
                    false,
                    one ->
                            hands.give(
                                    () ->
                                            server.read(bucket, one.name(), Piece.WHOLE)
                                                    .map(Body::bytes)
                                                    .ifPresent(notes::add)));
            hands.finish();
        }
        return List.copyOf(notes);
    }

    /// Whether this key has left anything at the target.
    boolean isThere() throws Unreachable, InterruptedException {
        return server.head(bucket, fence(), "").isPresent();
    }

    /// The upload of an object that has begun under this key.
    Optional<Begun> begun(String object) throws Unreachable, InterruptedException {
        return server.read(bucket, upload(object), Piece.WHOLE).map(Mark::read);
    }

    void keep(Begun begun) throws Unreachable, InterruptedException {
        server.put(
                bucket,
                upload(begun.object()),
                begun.text().getBytes(StandardCharsets.UTF_8),
                PLAIN,
                Expected.NOTHING);
    }

    void forget(Begun begun) throws IOException, Refused, Unreachable, InterruptedException {
        drop(upload(begun.object()));
    }

    /// Drops all uploads that have not come to their end, and then itself.
    ///
    /// @return how many uploads
    int remove() throws IOException, Refused, Unreachable, InterruptedException {
        var dropped = new java.util.concurrent.atomic.AtomicInteger();
        server.each(
                bucket,
                folder + "upload-",
                false,
                one -> {
                    Optional<Begun> begun =
                            server.read(bucket, one.name(), Piece.WHOLE).map(Mark::read);
                    if (begun.isPresent()) {
                        server.uploads().abort(bucket, begun.get().object(), begun.get().id());
                        dropped.incrementAndGet();
                    }
                });
        drop(folder);
        return dropped.get();
    }

    private void drop(String prefix)
            throws IOException, Refused, Unreachable, InterruptedException {
        server.each(
                bucket,
                prefix,
                server.keepsVersions(bucket),
                one -> server.delete(bucket, one.name(), one.version()));
    }

    private String fence() {
        return folder + "fence";
    }

    private String upload(String object) {
        return folder + "upload-" + Stamp.digest(object);
    }

    private static long number(Body body) {
        return Long.parseLong(new String(body.bytes(), StandardCharsets.UTF_8));
    }

    private static Begun read(Body body) {
        return Begun.read(new String(body.bytes(), StandardCharsets.UTF_8));
    }

    private Unreachable overtaken() {
        return new Unreachable(
                Failure.refused(
                        "at %s:%s, another coordinator has gone on with this run, and this one was stopped"
                                .formatted(server.name(), bucket),
                        "leave the run to the other; gotthard status shows it"));
    }
}
