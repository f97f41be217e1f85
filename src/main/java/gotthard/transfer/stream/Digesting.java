package gotthard.transfer.stream;

import gotthard.transfer.Refused;
import gotthard.transfer.manifest.Content;
import gotthard.transfer.manifest.Entries;
import gotthard.transfer.manifest.Entry;
import gotthard.transfer.tree.Reach;
import gotthard.transfer.tree.Tree;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// Reads the files that a look takes, several at a time. What can't be read, or is not as it was listed, stays unread.
final class Digesting {
    private static final int BATCH = 2048;
    private static final int READERS = 8;

    private final Tree tree;
    private final Look look;
    private final Executor executor;

    Digesting(Tree tree, Look look, Executor executor) {
        this.tree = tree;
        this.look = look;
        this.executor = executor;
    }

    /// Hears of entries, in their order, some at a time.
    @FunctionalInterface
    interface Listener {
        void found(List<Entry> entries) throws IOException, Refused, InterruptedException;
    }

    /// Goes through all.
    void run(Entries entries, Listener listener) throws IOException, Refused, InterruptedException {
        var batch = new ArrayList<Entry>();
        for (var next = entries.next(); next.isPresent(); next = entries.next()) {
            batch.add(next.get());
            if (batch.size() == BATCH) {
                read(batch);
                listener.found(batch);
                batch.clear();
            }
        }
        read(batch);
        listener.found(batch);
    }

    /// Puts what was read in the place of what was listed.
    void read(List<Entry> batch) throws IOException, Refused, InterruptedException {
        List<Integer> wanted = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            if (look.reads(batch.get(i))) {
                wanted.add(i);
            }
        }
        var next = new AtomicInteger();
        var given = new AtomicBoolean();
        var tasks = new ArrayList<Crew.Task>();
        for (int i = 0; i < Math.min(READERS, wanted.size()); i++) {
            tasks.add(
                    () -> {
                        try (var reach = tree.reach()) {
                            for (int at = next.getAndIncrement();
                                    at < wanted.size() && !given.get();
                                    at = next.getAndIncrement()) {
                                int index = wanted.get(at);
                                batch.set(index, read(batch.get(index), reach));
                            }
                        }
                    });
        }
        new Crew(executor, _ -> given.set(true)).carryOut(tasks);
    }

    private static Entry read(Entry entry, Reach reach) {
        try {
            if (!Sizes.isAsListed(entry, reach)) {
                return entry;
            }
            var content = new Content.Hashed(Sizes.of(entry), reach.digest(entry.path()));
            return Sizes.isAsListed(entry, reach) ? entry.with(content) : entry;
        } catch (IOException | Refused _) {
            return entry;
        }
    }
}
