package gotthard.report;

import gotthard.action.ByHand;

import java.util.List;

/// A part of a runbook, whatever it is written in. All texts are plain.
public sealed interface RunbookBlock {
    /// Stands above a part.
    ///
    /// @param level 1 for the title of the document
    record Heading(int level, String words) implements RunbookBlock {}

    /// Words that are read on.
    record Paragraph(String words) implements RunbookBlock {}

    /// What nobody may overlook.
    record Warning(String words) implements RunbookBlock {}

    /// A list.
    record Items(List<String> items) implements RunbookBlock {
        public Items {
            items = List.copyOf(items);
        }
    }

    /// What to do, under what it does.
    ///
    /// @param title `Do`, `Check` or `Undo`
    record Doing(String title, List<ByHand.Line> lines) implements RunbookBlock {
        public Doing {
            lines = List.copyOf(lines);
        }
    }

    /// Lines as they are.
    record Lines(List<String> lines) implements RunbookBlock {
        public Lines {
            lines = List.copyOf(lines);
        }
    }

    /// A table to be filled in, where cells are empty.
    record Table(String title, List<String> head, List<List<String>> rows) implements RunbookBlock {
        public Table {
            head = List.copyOf(head);
            rows = List.copyOf(rows);
        }
    }
}
