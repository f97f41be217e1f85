package gotthard.objects;

import gotthard.action.Unreachable;
import gotthard.transfer.Amount;
import gotthard.transfer.Refused;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// Takes away what one key has made of one cell.
///
/// An object does not change: whoever writes to its name makes another one, without our stamp. So what carries the stamp is as it was made, and
/// where the bucket keeps versions, the version goes that we made, also from below others' later ones.
record Withdrawal(Copying copying) {
    /// Removes it, and then the marks.
    Amount withdraw() throws IOException, Refused, Unreachable, InterruptedException {
        var count = new AtomicLong();
        var bytes = new AtomicLong();
        var markers = new Markers(copying);
        boolean isMarked = copying.mark().isThere();
        if (isMarked) {
            copying.mark().begin();
            markers.settle();
        }
        each(
                one -> {
                    Side target = copying.target();
                    if (isMarked) {
                        copying.turn().check();
                    }
                    target.server().delete(target.shelf().bucket(), one.name(), one.version());
                    count.incrementAndGet();
                    bytes.addAndGet(one.size());
                });
        if (isMarked) {
            count.addAndGet(markers.remove());
            copying.mark().remove();
        }
        return new Amount(count.get(), bytes.get());
    }

    /// How much of it is there.
    Amount left() throws IOException, Refused, Unreachable, InterruptedException {
        var count = new AtomicLong();
        var bytes = new AtomicLong();
        each(
                one -> {
                    count.incrementAndGet();
                    bytes.addAndGet(one.size());
                });
        return new Amount(count.get(), bytes.get());
    }

    /// Versions of one object one after the other, the oldest first: so no older one comes to light meanwhile, and some servers mix up those that
    /// are deleted at the same time.
    private void each(ObjectServer.Visitor visitor)
            throws IOException, Refused, Unreachable, InterruptedException {
        ObjectServer server = copying.target().server();
        Shelf shelf = copying.target().shelf();
        var same = new ArrayList<Listed.One>();
        try (var hands = new Hands(Copying.HANDS)) {
            server.each(
                    shelf.bucket(),
                    shelf.prefix(),
                    server.keepsVersions(shelf.bucket()),
                    one -> {
                        if (Mark.isOne(one.name())) {
                            return;
                        }
                        if (!same.isEmpty() && !same.getFirst().name().equals(one.name())) {
                            give(hands, same, visitor);
                            same.clear();
                        }
                        same.add(one);
                    });
            give(hands, same, visitor);
            hands.finish();
        }
    }

    private void give(Hands hands, List<Listed.One> newestFirst, ObjectServer.Visitor visitor)
            throws IOException, Refused, Unreachable, InterruptedException {
        List<Listed.One> oldestFirst = List.copyOf(newestFirst).reversed();
        hands.give(
                () -> {
                    for (Listed.One one : oldestFirst) {
                        if (isOurs(one)) {
                            visitor.visit(one);
                        }
                    }
                });
    }

    private boolean isOurs(Listed.One one) throws Unreachable, InterruptedException {
        Side target = copying.target();
        Optional<Head> head =
                target.server().head(target.shelf().bucket(), one.name(), one.version());
        return head.flatMap(found -> Stamp.read(found.attributes(), one.name()))
                .filter(stamp -> stamp.isOf(copying.context().key()))
                .isPresent();
    }
}
