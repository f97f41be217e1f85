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
    private Optional<RelativePath> previous = Optional.empty();
    private boolean begun;

    MergedEntries(List<? extends Entries> inputs) {
        this.inputs = inputs;
    }

    /// @throws Refused when a path comes twice
    @Override
    public Optional<Entry> next() throws IOException, Refused {
        if (!begun) {
            begun = true;
            for (Entries input : inputs) {
                follow(input);
            }
        }
        Optional<Head> head = Optional.ofNullable(heads.poll());
        if (head.isEmpty()) {
            return Optional.empty();
        }
        Entry entry = head.get().entry();
        if (previous.filter(entry.path()::equals).isPresent()) {
            throw new Refused(
                    "the name " + entry.path() + " is listed twice",
                    "find out who renames files there now, and try again");
        }
        previous = Optional.of(entry.path());
        follow(head.get().input());
        return Optional.of(entry);
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
