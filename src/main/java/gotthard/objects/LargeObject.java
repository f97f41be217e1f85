package gotthard.objects;

import gotthard.action.Failure;
import gotthard.action.Unreachable;
import gotthard.transfer.Refused;
import gotthard.transfer.RelativePath;

import java.io.IOException;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;

/// An object that is brought in parts, and goes on with those that have arrived.
///
/// The digest that it carries must be known when its upload begins, so that the source is read twice: for the digest, and to be sent.
/// Each part is read only while the source object is the one that was read first.
record LargeObject(Copying copying, RelativePath path, long size) {
    private static final int AT_A_TIME = 4;
    private static final int MOST_PARTS = 10_000;

    /// Brings all parts that have not arrived, and puts them together.
    ///
    /// @param there what this step made there before, of a source that has changed since
    /// @return false where somebody else's object stands there
    boolean bring(Optional<Head> there)
            throws IOException, Refused, Unreachable, InterruptedException {
        Mark.Begun begun = begun();
        SortedMap<Integer, Uploads.Part> parts = parts(begun);
        if (there.isPresent()) {
            copying.target().server().delete(bucket(), name(), there.get().version());
        }
        return complete(begun, parts, Expected.NOTHING);
    }

    /// The same as a version above others.
    ///
    /// @return false where another stands above them
    boolean bringAbove(Expected expected)
            throws IOException, Refused, Unreachable, InterruptedException {
        Mark.Begun begun = begun();
        return complete(begun, parts(begun), expected);
    }

    private SortedMap<Integer, Uploads.Part> parts(Mark.Begun begun)
            throws IOException, Refused, Unreachable, InterruptedException {
        var parts = Collections.synchronizedSortedMap(arrived(begun));
        try (var hands = new Hands(AT_A_TIME)) {
            for (int number = 1; (number - 1) * partSize() < size; number++) {
                int part = number;
                long from = (part - 1) * partSize();
                long length = Math.min(partSize(), size - from);
                Uploads.Part sent = parts.get(part);
                if (sent == null || sent.size() != length) {
                    hands.give(
                            () ->
                                    parts.put(
                                            part,
                                            Memory.holding(
                                                    length,
                                                    () -> send(begun, part, from, length))));
                }
            }
            hands.finish();
        }
        return parts;
    }

    private boolean complete(
            Mark.Begun begun, SortedMap<Integer, Uploads.Part> parts, Expected expected)
            throws IOException, Refused, Unreachable, InterruptedException {
        boolean isMade = uploads().complete(bucket(), name(), begun.id(), parts, expected);
        if (!isMade) {
            uploads().abort(bucket(), name(), begun.id());
        }
        copying.mark().forget(begun);
        return isMade;
    }

    /// The upload that this step has begun, if the source is still as it was; otherwise a new one.
    private Mark.Begun begun() throws IOException, Refused, Unreachable, InterruptedException {
        Optional<Mark.Begun> earlier = copying.mark().begun(name());
        if (earlier.isPresent()) {
            Head head = copying.source().present(path, copying.source().head(path));
            boolean isThere = uploads().parts(bucket(), name(), earlier.get().id()).isPresent();
            if (isThere && head.tag().equals(earlier.get().tag())) {
                return earlier.get();
            }
            uploads().abort(bucket(), name(), earlier.get().id());
            copying.mark().forget(earlier.get());
        }
        Side.Seen seen = copying.source().present(path, copying.source().read(path, size));
        var stamp = Stamp.of(copying.context().key(), name(), seen.content(), seen.head().tag());
        String id = uploads().begin(bucket(), name(), stamp.on(seen.attributes()));
        var begun = new Mark.Begun(name(), id, seen.content(), seen.head().tag());
        copying.mark().keep(begun);
        return begun;
    }

    private SortedMap<Integer, Uploads.Part> arrived(Mark.Begun begun)
            throws Unreachable, InterruptedException {
        return uploads()
                .parts(bucket(), name(), begun.id())
                .orElseThrow(
                        () ->
                                new Unreachable(
                                        Failure.transientFailure(
                                                "the upload of "
                                                        + copying.target().shelf().shown(path)
                                                        + " was dropped by somebody else",
                                                "it is begun again; see that no rule of the bucket drops uploads of the same day")));
    }

    private Uploads.Part send(Mark.Begun begun, int number, long from, long length)
            throws Unreachable, InterruptedException {
        copying.turn().check();
        Side source = copying.source();
        Body body = source.present(path, source.piece(path, begun.tag(), from, length));
        return uploads().send(bucket(), name(), begun.id(), number, body.bytes());
    }

    /// The same for each attempt, and few enough parts for every server.
    private long partSize() {
        long mebibyte = 1 << 20;
        long least = (size + MOST_PARTS - 1) / MOST_PARTS;
        return Math.max(Side.PIECE, (least + mebibyte - 1) / mebibyte * mebibyte);
    }

    private Uploads uploads() {
        return copying.target().server().uploads();
    }

    private String bucket() {
        return copying.target().shelf().bucket();
    }

    private String name() {
        return copying.target().shelf().name(path);
    }
}
