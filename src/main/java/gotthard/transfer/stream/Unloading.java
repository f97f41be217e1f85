package gotthard.transfer.stream;

import gotthard.transfer.Refused;
import gotthard.transfer.wire.Frame;
import gotthard.transfer.wire.Packer;

import java.io.IOException;

/// What arrives on one line with files: blocks are handed over to those who place them, pieces are written as they come.
final class Unloading {
    private final Wire wire;
    private final Conveyor<Frame.Block> blocks;
    private final Orders orders;
    private final Placing placing;

    Unloading(Wire wire, Conveyor<Frame.Block> blocks, Orders orders, Placing placing) {
        this.wire = wire;
        this.blocks = blocks;
        this.orders = orders;
        this.placing = placing;
    }

    /// To the end of the line.
    void run() throws IOException, Refused, InterruptedException {
        try (var packer = new Packer()) {
            for (Frame frame = wire.next();
                    !(frame instanceof Frame.SentAll);
                    frame = wire.next()) {
                switch (frame) {
                    case Frame.Block block -> blocks.put(block);
                    case Frame.Chunk chunk -> chunk(chunk, packer);
                    case Frame.Kept kept -> kept(kept);
                    case Frame.Whole(long number, var content) -> {
                        if (orders.at(number).isWhole(content)) {
                            placing.big(number);
                        }
                    }
                    case Frame.Gone(long number, var reason) -> placing.gone(number, reason);
                    case Frame unexpected -> throw Unexpected.refused(unexpected);
                }
            }
        }
        blocks.end();
    }

    private void chunk(Frame.Chunk chunk, Packer packer)
            throws IOException, Refused, InterruptedException {
        Delivery delivery = orders.at(chunk.number());
        placing.partial(delivery).take(chunk.index(), chunk.digest(), chunk.bytes());
        wire.send(packer, new Frame.Taken());
        came(chunk.number(), chunk.index(), delivery);
    }

    /// A piece that is not what the source has now is missing in the end, so that the file begins anew.
    private void kept(Frame.Kept kept) throws IOException, Refused {
        Delivery delivery = orders.at(kept.number());
        placing.partial(delivery).compare(kept.index(), kept.digest());
        came(kept.number(), kept.index(), delivery);
    }

    private void came(long number, int index, Delivery delivery) throws IOException, Refused {
        if (delivery.came(index)) {
            placing.big(number);
        } else {
            placing.follow(delivery);
        }
    }
}
