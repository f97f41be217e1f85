package gotthard.transfer;

import java.util.ArrayList;
import java.util.List;

/// Divides items among streams so that each has about the same work, in the order in which they come.
public final class Shares {
    /// What an item costs beside its bytes: opening, creating and naming it.
    private static final long PER_ITEM = 32_768;

    private Shares() {}

    /// At most `count` lists, none empty; neighbours stay together.
    public static <T extends Item> List<List<T>> of(List<T> items, int count) {
        long whole = items.stream().mapToLong(Shares::cost).sum();
        var shares = new ArrayList<List<T>>();
        var share = new ArrayList<T>();
        long done = 0;
        for (T item : items) {
            share.add(item);
            done += cost(item);
            if (done * count >= whole * (shares.size() + 1)) {
                shares.add(List.copyOf(share));
                share.clear();
            }
        }
        if (!share.isEmpty()) {
            shares.add(List.copyOf(share));
        }
        return shares;
    }

    private static long cost(Item item) {
        return PER_ITEM + (item instanceof Item.RegularFile file ? file.size() : 0);
    }
}
