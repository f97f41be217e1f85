package gotthard.transfer.stream;

import gotthard.transfer.Refused;
import gotthard.transfer.Sha256;
import gotthard.transfer.manifest.Content;
import gotthard.transfer.tree.Reach;
import gotthard.transfer.tree.Tree;
import gotthard.transfer.wire.Frame;
import gotthard.transfer.wire.Packer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/// One reader of the source: takes errands, and makes frames of the files. A file that is not as it was listed, before or after it
/// was read, is told to be gone.
final class Loading {
    private final Tree tree;
    private final Conveyor<Errand> errands;
    private final Conveyor<Parcel> frames;
    private final BiConsumer<Errand, Frame.Reason> gone;
    private final List<Frame.Piece> block = new ArrayList<>();
    private long blockBytes;

    Loading(
            Tree tree,
            Conveyor<Errand> errands,
            Conveyor<Parcel> frames,
            BiConsumer<Errand, Frame.Reason> gone) {
        this.tree = tree;
        this.errands = errands;
        this.frames = frames;
        this.gone = gone;
    }

    void run() throws IOException, Refused, InterruptedException {
        try (var packer = new Packer();
                var reach = tree.reach()) {
            for (var errand = next(packer); errand.isPresent(); errand = next(packer)) {
                Optional<Frame.Reason> reason =
                        errand.get().size() > Frame.BLOCK
                                ? big(errand.get(), reach, packer)
                                : small(errand.get(), reach);
                if (reason.isPresent()) {
                    gone.accept(errand.get(), reason.get());
                    frames.put(
                            Parcel.of(packer, new Frame.Gone(errand.get().number(), reason.get())));
                }
                if (blockBytes >= Frame.BLOCK) {
                    unload(packer);
                }
            }
        }
        frames.end();
    }

    /// Sends what is packed before it waits, and before it ends.
    private Optional<Errand> next(Packer packer) throws IOException, Refused, InterruptedException {
        Optional<Errand> there = errands.poll();
        if (there.isPresent()) {
            return there;
        }
        unload(packer);
        return errands.take();
    }

    private void unload(Packer packer) throws IOException, Refused, InterruptedException {
        if (!block.isEmpty()) {
            frames.put(Parcel.of(packer, new Frame.Block(block)));
            block.clear();
            blockBytes = 0;
        }
    }

    private Optional<Frame.Reason> small(Errand errand, Reach reach) {
        var bytes = ByteBuffer.allocate((int) errand.size());
        try (var channel = reach.open(errand.entry().path())) {
            fill(channel, bytes);
            if (bytes.hasRemaining() || !Sizes.isAsListed(errand.entry(), reach)) {
                return Optional.of(Frame.Reason.CHANGED);
            }
        } catch (NoSuchFileException _) {
            return Optional.of(Frame.Reason.VANISHED);
        } catch (IOException _) {
            return Optional.of(Frame.Reason.UNREADABLE);
        } catch (Refused _) {
            return Optional.of(Frame.Reason.CHANGED);
        }
        block.add(new Frame.Piece(errand.number(), digest(bytes.flip()), bytes));
        blockBytes += bytes.remaining() + Frame.PIECE;
        return Optional.empty();
    }

    private Optional<Frame.Reason> big(Errand errand, Reach reach, Packer packer)
            throws Refused, InterruptedException {
        var whole = Sha256.begin();
        try (var channel = reach.open(errand.entry().path())) {
            if (!Sizes.isAsListed(errand.entry(), reach)) {
                return Optional.of(Frame.Reason.CHANGED);
            }
            long left = errand.size();
            for (int index = 0; left > 0; index++) {
                var bytes = ByteBuffer.allocate((int) Math.min(Frame.CHUNK, left));
                fill(channel, bytes);
                if (bytes.hasRemaining()) {
                    return Optional.of(Frame.Reason.CHANGED);
                }
                whole.update(bytes.flip());
                frames.put(Parcel.of(packer, piece(errand, index, bytes.rewind())));
                left -= bytes.limit();
            }
            if (!Sizes.isAsListed(errand.entry(), reach)) {
                return Optional.of(Frame.Reason.CHANGED);
            }
            var content = new Content.Hashed(errand.size(), Sha256.end(whole));
            frames.put(Parcel.of(packer, new Frame.Whole(errand.number(), content)));
            return Optional.empty();
        } catch (NoSuchFileException _) {
            return Optional.of(Frame.Reason.VANISHED);
        } catch (IOException _) {
            return Optional.of(Frame.Reason.UNREADABLE);
        }
    }

    private static Frame piece(Errand errand, int index, ByteBuffer bytes) {
        Sha256 digest = digest(bytes);
        return errand.kept().get(index)
                ? new Frame.Kept(errand.number(), index, digest)
                : new Frame.Chunk(errand.number(), index, digest, bytes);
    }

    private static void fill(SeekableByteChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            // until it is full, or the file is at its end
        }
    }

    private static Sha256 digest(ByteBuffer bytes) {
        var digest = Sha256.begin();
        digest.update(bytes.duplicate());
        return Sha256.end(digest);
    }
}
