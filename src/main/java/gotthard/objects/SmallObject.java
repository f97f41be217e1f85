package gotthard.objects;

import gotthard.action.Unreachable;
import gotthard.transfer.RelativePath;
import gotthard.transfer.Sha256;

/// An object that is brought at once.
record SmallObject(Copying copying, RelativePath path, long size) {
    /// Brings it.
    ///
    /// @return false where something else stands there than what is expected
    boolean bring(Expected expected) throws Unreachable, InterruptedException {
        return Memory.holding(size, () -> carry(expected));
    }

    private boolean carry(Expected expected) throws Unreachable, InterruptedException {
        Side source = copying.source();
        Side target = copying.target();
        Body body = source.present(path, source.piece(path, "", 0, 0));
        copying.context().pace(size);
        var digest = Sha256.begin();
        digest.update(body.bytes());
        String name = target.shelf().name(path);
        Attributes attributes = source.tagged(path, body.head());
        return target.server()
                .put(
                        target.shelf().bucket(),
                        name,
                        body.bytes(),
                        Stamp.of(
                                        copying.context().key(),
                                        name,
                                        Sha256.end(digest),
                                        body.head().tag())
                                .on(attributes),
                        expected);
    }
}
