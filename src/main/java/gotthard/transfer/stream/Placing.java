package gotthard.transfer.stream;

import gotthard.transfer.Refused;
import gotthard.transfer.Sha256;
import gotthard.transfer.manifest.Content;
import gotthard.transfer.manifest.Entry;
import gotthard.transfer.tree.Partial;
import gotthard.transfer.tree.Reach;
import gotthard.transfer.tree.Stage;
import gotthard.transfer.tree.Tree;
import gotthard.transfer.wire.Frame;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// Gives files their names: what arrived is compared with what the source has read, made durable, read back where that is asked,
/// logged, and renamed. The files of a block go each of these steps together, so that the file system can sync them together.
final class Placing {
    private final Tree tree;
    private final Stage stage;
    private final Log log;
    private final Orders orders;
    private final Ledger ledger;
    private final Manner manner;

    Placing(Tree tree, Stage stage, Log log, Orders orders, Ledger ledger, Manner manner) {
        this.tree = tree;
        this.stage = stage;
        this.log = log;
        this.orders = orders;
        this.ledger = ledger;
        this.manner = manner;
    }

    private record Arrival(Delivery delivery, Frame.Piece piece) {
        Entry entry() {
            return delivery.entry();
        }

        Entry known() {
            return Placing.known(entry(), piece.digest());
        }
    }

    /// Places blocks as long as there are any.
    void run(Conveyor<Frame.Block> blocks) throws IOException, Refused, InterruptedException {
        try (var reach = tree.reach()) {
            for (var block = blocks.take(); block.isPresent(); block = blocks.take()) {
                place(block.get(), reach);
            }
        }
    }

    /// A file that will not come.
    void gone(long number, Frame.Reason reason) throws IOException, Refused {
        Delivery delivery = orders.remove(number);
        delivery.close();
        ledger.failed(Gone.trouble(delivery.entry().path(), reason));
        if (reason != Frame.Reason.UNREADABLE) {
            ledger.late(Sizes.of(delivery.entry()));
        }
    }

    /// Where the pieces of a big file lie.
    Partial partial(Delivery delivery) throws IOException {
        return delivery.partial(entry -> stage.partial(entry, Frame.CHUNK));
    }

    /// Reads a big file back, as far as that is worth while.
    void follow(Delivery delivery) throws IOException {
        if (manner.reading() == Manner.Reading.BACK) {
            partial(delivery).follow(delivery.inOrder());
        }
    }

    /// Places a big file of which all has come.
    void big(long number) throws IOException, Refused {
        Delivery delivery = orders.at(number);
        Entry entry = delivery.entry();
        Partial partial = partial(delivery);
        try (var reach = tree.reach()) {
            if (!partial.isComplete()) {
                partial.forget();
                throw new Refused(
                        "what was kept of "
                                + entry.path()
                                + " from an attempt before is not as at the source, though size and time are",
                        "try again: it is sent from the beginning");
            }
            stage.force(partial);
            if (manner.reading() == Manner.Reading.BACK) {
                check(entry, delivery.digest(), partial.readBack());
            }
            log.add(List.of(known(entry, delivery.digest())));
            stage.place(reach, partial, delivery.standing());
            ledger.placed(Sizes.of(entry));
        } catch (Refused refused) {
            ledger.failed(entry.path(), refused);
        } finally {
            partial.close();
            orders.remove(number);
        }
    }

    private void place(Frame.Block block, Reach reach) throws IOException, Refused {
        var written = new ArrayList<Arrival>();
        for (Frame.Piece piece : block.pieces()) {
            var arrival = new Arrival(orders.remove(piece.number()), piece);
            check(arrival);
            stage.write(arrival.entry(), piece.bytes());
            written.add(arrival);
        }
        for (Arrival arrival : written) {
            stage.force(arrival.entry());
        }
        List<Arrival> sound = readBack(written);
        log.add(sound.stream().map(Arrival::known).toList());
        for (Arrival arrival : sound) {
            try {
                stage.place(reach, arrival.entry(), arrival.delivery().standing());
                ledger.placed(Sizes.of(arrival.entry()));
            } catch (Refused refused) {
                ledger.failed(arrival.entry().path(), refused);
            }
        }
    }

    private List<Arrival> readBack(List<Arrival> written) throws IOException {
        if (manner.reading() == Manner.Reading.AS_IT_ARRIVED) {
            return written;
        }
        var sound = new ArrayList<Arrival>();
        for (Arrival arrival : written) {
            Entry entry = arrival.entry();
            try {
                check(entry, arrival.piece().digest(), stage.readBack(entry));
                sound.add(arrival);
            } catch (Refused refused) {
                stage.drop(entry);
                ledger.failed(entry.path(), refused);
            }
        }
        return sound;
    }

    private static void check(Arrival arrival) throws Refused {
        ByteBuffer bytes = arrival.piece().bytes();
        var digest = Sha256.begin();
        digest.update(bytes.duplicate());
        if (bytes.remaining() != Sizes.of(arrival.entry())
                || !Sha256.end(digest).equals(arrival.piece().digest())) {
            throw new Refused(
                    arrival.entry().path() + " arrived altered",
                    "check what stands between both ends, and try again");
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
                    "check disk and memory of the target, and try again; it did not get its name");
        }
    }

    private static Entry known(Entry entry, Sha256 digest) {
        return entry.with(new Content.Hashed(Sizes.of(entry), digest));
    }
}
