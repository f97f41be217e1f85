package gotthard.action;

import java.util.List;

/// How a person does, without this program, what a step does.
public sealed interface ByHand {
    /// What there is to type and to do, in order.
    ///
    /// @param act what makes it so, with what has to be written down of before
    /// @param check what shows that it is so; changes nothing
    /// @param undo what makes it as it was; empty where nothing is changed, or nothing brings it back
    record Told(List<Line> act, List<Line> check, List<Line> undo) implements ByHand {
        public Told {
            act = List.copyOf(act);
            check = List.copyOf(check);
            undo = List.copyOf(undo);
        }

        /// What several parts of a step need, one after the other; they are undone in reverse order.
        public static Told all(List<Told> parts) {
            return new Told(
                    parts.stream().flatMap(one -> one.act().stream()).toList(),
                    parts.stream().flatMap(one -> one.check().stream()).toList(),
                    parts.reversed().stream().flatMap(one -> one.undo().stream()).toList());
        }
    }

    /// The kind of the step does not tell it, so that who wrote the plan has to.
    record Untold() implements ByHand {}

    /// One thing to do.
    sealed interface Line {
        /// A command for a POSIX shell, on one line.
        record Typed(String command) implements Line {}

        /// What no command does: to look, to wait, to decide.
        record Said(String words) implements Line {}
    }

    /// A command.
    static Line type(String command) {
        return new Line.Typed(command);
    }

    /// A sentence.
    static Line say(String words) {
        return new Line.Said(words);
    }
}
