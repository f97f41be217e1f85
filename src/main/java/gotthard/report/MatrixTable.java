package gotthard.report;

import gotthard.inventory.SiteName;
import gotthard.overview.Mark;
import gotthard.overview.Matrix;
import gotthard.overview.Part;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// The matrix of cells as a table.
final class MatrixTable {
    private MatrixTable() {}

    static List<String> head(Matrix matrix) {
        var head = new ArrayList<>(List.of("region", "data", ""));
        matrix.sites().forEach(site -> head.add(Markdown.escaped(site.value())));
        return head;
    }

    static List<List<String>> rows(Matrix matrix) {
        var rows = new ArrayList<List<String>>();
        for (Matrix.Row row : matrix.rows()) {
            var stored =
                    new ArrayList<>(
                            List.of(
                                    Markdown.escaped(row.cell().region().value()),
                                    Markdown.escaped(row.cell().data().value()),
                                    "stored"));
            var processed = new ArrayList<>(List.of("", "", "processed"));
            for (SiteName site : matrix.sites()) {
                stored.add(part(row.at(site).stored()));
                processed.add(part(row.at(site).processed()));
            }
            rows.add(stored);
            rows.add(processed);
        }
        return rows;
    }

    private static String part(Part part) {
        return switch (part.mark()) {
            case NONE -> "–";
            case SOURCE, PLANNED, ROLLED_BACK, READY -> part.mark().word();
            case VERIFIED -> "**verified**" + verified(part);
            case MOVED -> "moved" + shares(part);
            case UNDERWAY -> "underway" + shares(part);
            case UNPROVEN, CHANGED, FAILED, UNKNOWN -> "**" + part.mark().word() + "**";
        };
    }

    private static String verified(Part part) {
        if (part.verified().isEmpty()) {
            return "";
        }
        String how = part.isInFull() ? "" : ", not in full";
        return " "
                + Words.percent(part.verified())
                + part.compared()
                        .map(
                                amount ->
                                        " ("
                                                + Words.counted(amount.things(), "file")
                                                + ", "
                                                + Words.bytes(amount.bytes())
                                                + ")")
                        .orElse("")
                + how;
    }

    private static String shares(Part part) {
        if (part.mark() != Mark.MOVED && part.moved().equals(OptionalInt.empty())) {
            return part.verified().isPresent() ? ", moved unknown, verified 0 %" : "";
        }
        return part.moved().isEmpty()
                ? ""
                : " "
                        + Words.percent(part.moved())
                        + ", verified "
                        + Words.percent(part.verified());
    }
}
