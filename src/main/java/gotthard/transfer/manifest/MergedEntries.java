package gotthard.transfer.manifest;

import gotthard.transfer.Refused;
import gotthard.transfer.RelativePath;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/// Several sorted inputs as one.
final class MergedEntries implements Entries {
    private final List<? extends Entries> inputs;
    private final PriorityQueue<Head> heads =
            new PriorityQueue<>(Comparator.comparing(head -> head.entry().path()));
    private final Sorter.Repeated repeated;
    private Optional<RelativePath> previous = Optional.empty();
    private boolean begun;

    MergedEntries(List<? extends Entries> inputs, Sorter.Repeated repeated) {
        this.inputs = inputs;
        this.repeated = repeated;
    }

    /// @throws Refused when a path comes twice that must not
    @Override
    public Optional<Entry> next() throws IOException, Refused {
        if (!begun) {
            begun = true;
            for (Entries input : inputs) {
                follow(input);
            }
        }
        Optional<Entry> next = taken();
        while (next.filter(this::isRepeated).isPresent()) {
            if (repeated == Sorter.Repeated.REFUSED) {
                throw new Refused(
                        "the name " + next.get().path() + " is listed twice",
                        "find out who renames files there now, and try again");
            }
            next = taken();
        }
        previous = next.map(Entry::path);
        return next;
    }

    private boolean isRepeated(Entry entry) {
        return previous.filter(entry.path()::equals).isPresent();
    }

    private Optional<Entry> taken() throws IOException, Refused {
        Optional<Head> head = Optional.ofNullable(heads.poll());
        if (head.isPresent()) {
            follow(head.get().input());
        }
        return head.map(Head::entry);
    }

    @Override
    public void close() throws IOException {
        for (Entries input : inputs) {
            input.close();
        }
    }

    private void follow(Entries input) throws IOException, Refused {
        input.next().ifPresent(entry -> heads.add(new Head(entry, input)));
    }

    private record Head(Entry entry, Entries input) {}
}
