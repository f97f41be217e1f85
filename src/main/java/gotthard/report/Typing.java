package gotthard.report;

import gotthard.action.ByHand;

import java.util.ArrayList;
import java.util.List;

/// What to do by hand, as it is laid out: commands that follow each other stand together, so that they are copied at once.
public sealed interface Typing {
    /// For a shell.
    record Commands(List<String> commands) implements Typing {
        public Commands {
            commands = List.copyOf(commands);
        }
    }

    /// For a person.
    record Words(String words) implements Typing {}

    /// In their order.
    static List<Typing> of(List<ByHand.Line> lines) {
        var parts = new ArrayList<Typing>();
        var together = new ArrayList<String>();
        for (ByHand.Line line : lines) {
            switch (line) {
                case ByHand.Line.Typed(var command) -> together.add(command);
                case ByHand.Line.Said(var words) -> {
                    add(together, parts);
                    parts.add(new Words(words));
                }
            }
        }
        add(together, parts);
        return parts;
    }

    private static void add(List<String> together, List<Typing> parts) {
        if (!together.isEmpty()) {
            parts.add(new Commands(together));
            together.clear();
        }
    }
}
