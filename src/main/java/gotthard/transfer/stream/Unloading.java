package gotthard.transfer.stream;

import gotthard.transfer.Refused;
import gotthard.transfer.Sha256;
import gotthard.transfer.manifest.Entry;
import gotthard.transfer.tree.Partial;
import gotthard.transfer.tree.Reach;
import gotthard.transfer.tree.Stage;
import gotthard.transfer.tree.Tree;
import gotthard.transfer.wire.Frame;

import java.io.IOException;
import java.nio.ByteBuffer;

/// What arrives on one line with files: each is compared with what the source has read, and gets its name.
final class Unloading {
    private final Wire wire;
    private final Tree tree;
    private final Stage stage;
    private final Orders orders;
    private final Ledger ledger;
    private final Manner manner;

    Unloading(Wire wire, Tree tree, Stage stage, Orders orders, Ledger ledger, Manner manner) {
        this.wire = wire;
        this.tree = tree;
        this.stage = stage;
        this.orders = orders;
        this.ledger = ledger;
        this.manner = manner;
    }

    /// To the end of the line.
    void run() throws IOException, Refused {
        try (var reach = tree.reach()) {
            for (Frame frame = wire.next();
                    !(frame instanceof Frame.SentAll);
                    frame = wire.next()) {
                switch (frame) {
                    case Frame.Block(var pieces) -> {
                        for (Frame.Piece piece : pieces) {
                            small(piece, reach);
                        }
                    }
                    case Frame.Chunk chunk -> chunk(chunk, reach);
                    case Frame.Kept kept -> kept(kept, reach);
                    case Frame.Whole(long number, var content) -> {
                        if (orders.at(number).isWhole(content)) {
                            finish(number, reach);
                        }
                    }
                    case Frame.Gone(long number, var reason) -> {
                        Delivery delivery = orders.remove(number);
                        delivery.close();
                        ledger.failed(Gone.trouble(delivery.entry().path(), reason));
                    }
                    case Frame unexpected -> throw Unexpected.refused(unexpected);
                }
            }
        }
    }

    private void small(Frame.Piece piece, Reach reach) throws IOException, Refused {
        Delivery delivery = orders.remove(piece.number());
        Entry entry = delivery.entry();
        if (piece.bytes().remaining() != Sizes.of(entry)
                || !digest(piece.bytes()).equals(piece.digest())) {
            throw new Refused(
                    entry.path() + " arrived altered",
                    "check what stands between both ends, and try again");
        }
        try {
            stage.place(reach, entry, piece.bytes(), delivery.standing());
            if (manner.reading() == Manner.Reading.BACK) {
                check(entry, piece.digest(), Stage.readBack(reach, entry.path()));
            }
            ledger.placed(Sizes.of(entry));
        } catch (Refused refused) {
            ledger.failed(entry.path(), refused);
        }
    }

    private void chunk(Frame.Chunk chunk, Reach reach) throws IOException, Refused {
        Delivery delivery = orders.at(chunk.number());
        partial(delivery).take(chunk.index(), chunk.digest(), chunk.bytes());
        if (delivery.came(chunk.index())) {
            finish(chunk.number(), reach);
        }
    }

    /// A piece that is not what the source has now is missing in the end, so that the file begins anew.
    private void kept(Frame.Kept kept, Reach reach) throws IOException, Refused {
        Delivery delivery = orders.at(kept.number());
        partial(delivery).compare(kept.index(), kept.digest());
        if (delivery.came(kept.index())) {
            finish(kept.number(), reach);
        }
    }

    private Partial partial(Delivery delivery) throws IOException {
        return delivery.partial(entry -> stage.partial(entry, Frame.CHUNK));
    }

    private void finish(long number, Reach reach) throws IOException, Refused {
        Delivery delivery = orders.at(number);
        Entry entry = delivery.entry();
        Partial partial = partial(delivery);
        try {
            if (!partial.isComplete()) {
                partial.forget();
                throw new Refused(
                        "what was kept of "
                                + entry.path()
                                + " from an attempt before is not as at the source, though size and time are",
                        "try again: it is sent from the beginning");
            }
            if (manner.reading() == Manner.Reading.BACK) {
                check(entry, delivery.digest(), partial.readBack());
            }
            stage.place(reach, partial, delivery.standing());
            ledger.placed(Sizes.of(entry));
        } catch (Refused refused) {
            ledger.failed(entry.path(), refused);
        } finally {
            partial.close();
            orders.remove(number);
        }
    }

    private static void check(Entry entry, Sha256 wanted, Sha256 found) throws Refused {
        if (!wanted.equals(found)) {
            throw new Refused(
                    entry.path()
                            + " was written, and reads back with another content: SHA-256 "
                            + found.brief()
                            + ", not "
                            + wanted.brief(),
                    "check disk and memory of the target, remove the file, and try again");
        }
    }

    private static Sha256 digest(ByteBuffer bytes) {
        var digest = Sha256.begin();
        digest.update(bytes.duplicate());
        return Sha256.end(digest);
    }
}
