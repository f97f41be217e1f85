package gotthard.shape;

import gotthard.problem.Code;
import gotthard.problem.Problems;
import gotthard.yaml.Entry;
import gotthard.yaml.Node;

import java.util.Optional;
import java.util.function.Consumer;

/// Reads what may hold a secret by mistake: whatever is wrong with it, one problem tells what is wanted, and nothing of what is there.
record UnshownReader<T>(Reader<T> reader, String wanted, Consumer<String> met)
        implements Reader<T> {
    private static final Code UNSHOWN = new Code("not-a-reference");

    @Override
    public Optional<T> read(Node node, Reading reading) {
        var aside = new Reading(reading.names(), new Problems(), reading.subject());
        Optional<T> value = reader.read(node, aside);
        if (value.isPresent()) {
            return value;
        }
        meet(node);
        return reading.refuse(
                UNSHOWN,
                node.place().unshown(),
                reading.subject() + " wants " + wanted + "; what stands there is not shown");
    }

    private void meet(Node node) {
        switch (node) {
            case Node.Scalar scalar -> met.accept(scalar.text());
            case Node.Sequence(var items, _) -> items.forEach(this::meet);
            case Node.Mapping(var entries, _) ->
                    entries.stream().map(Entry::value).forEach(this::meet);
        }
    }
}
