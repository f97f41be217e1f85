package gotthard.page;

import gotthard.inventory.SiteName;
import gotthard.overview.CellSummary;
import gotthard.overview.Mark;
import gotthard.overview.Matrix;
import gotthard.overview.Part;
import gotthard.overview.ProgrammeOverview;
import gotthard.overview.Waiting;
import gotthard.report.CellWords;
import gotthard.report.Words;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// The cells: each over all its targets, then at each site.
public final class CellSection {
    private static final List<String> HEADS =
            List.of(
                    "Cell",
                    "State",
                    "Moved",
                    "Verified",
                    "Things to compare",
                    "Lag",
                    "Blocked by",
                    "Its owner",
                    "Since",
                    "Way back");

    private final Page page;

    public CellSection(Page page) {
        this.page = page;
    }

    public void write(ProgrammeOverview programme) {
        if (programme.cells().isEmpty()) {
            return;
        }
        page.html().open("section");
        page.heading("cells", "Cells");
        page.table(
                "matrix",
                "Each cell over all the sites that it is copied to: the least of them",
                HEADS,
                programme.cells().stream().map(CellSection::row).toList());
        page.html().closeLine();
        page.html().open("section");
        page.heading("sites", "Where the data are");
        page.table(
                "places",
                "What is stored of each cell at each site, and how far it is processed there",
                heads(programme.matrix()),
                programme.matrix().rows().stream()
                        .map(row -> row(programme.matrix(), row))
                        .toList());
        page.html().closeLine();
    }

    private static Page.Row row(CellSummary cell) {
        return Page.Row.of(
                Page.cell(cell.cell()),
                Page.text(cell.mark().word()),
                linked(cell, cell.moved()),
                linked(cell, cell.verified()),
                total(cell),
                Page.text(CellWords.lag(cell)),
                blocker(cell),
                first(cell, waiting -> Page.text(CellWords.owner(waiting))),
                first(cell, waiting -> Page.moment(waiting.since())),
                Page.text(CellWords.backUntil(cell.backUntil())));
    }

    private static Page.Content linked(CellSummary cell, OptionalInt share) {
        return page -> {
            page.html().open("span", "class", "share");
            Page.bar(share).accept(page);
            Page.to(page.places().cell(cell.cell(), cell.origins()), Page.share(share))
                    .accept(page);
            page.html().close();
        };
    }

    private static Page.Content total(CellSummary cell) {
        return cell.total()
                .<Page.Content>map(
                        total ->
                                page ->
                                        Page.to(
                                                        page.places()
                                                                .cell(cell.cell(), cell.origins()),
                                                        Page.number(
                                                                total.now(),
                                                                CellWords.total(cell.total())))
                                                .accept(page))
                .orElse(Page.text(CellWords.total(cell.total())));
    }

    private static Page.Content blocker(CellSummary cell) {
        int more = cell.blockers().size() - 1;
        return first(
                cell,
                waiting ->
                        Page.both(
                                Page.step(waiting.origin()),
                                Page.text(": " + waiting.what()),
                                Page.text(
                                        more > 0 ? "; and " + Words.number(more) + " more" : "")));
    }

    private interface OfBlocker {
        Page.Content of(Waiting waiting);
    }

    private static Page.Content first(CellSummary cell, OfBlocker what) {
        return cell.blockers().isEmpty() ? Page.text("–") : what.of(cell.blockers().getFirst());
    }

    private static List<String> heads(Matrix matrix) {
        var heads = new ArrayList<>(List.of("Cell"));
        matrix.sites().forEach(site -> heads.add(site.value()));
        return heads;
    }

    private Page.Row row(Matrix matrix, Matrix.Row row) {
        var cells = new ArrayList<Page.Content>();
        cells.add(Page.text(row.cell().toString()));
        for (SiteName site : matrix.sites()) {
            cells.add(standing(row.at(site)));
        }
        return new Page.Row(java.util.Optional.of(page.places().id(row.cell())), cells);
    }

    private static Page.Content standing(Matrix.Standing standing) {
        return page -> {
            if (standing.stored().mark() != Mark.NONE) {
                part(standing.stored()).accept(page);
            }
            if (standing.processed().mark() != Mark.NONE) {
                page.html().open("div").text("processed: ");
                part(standing.processed()).accept(page);
                page.html().close();
            }
            if (standing.stored().mark() == Mark.NONE && standing.processed().mark() == Mark.NONE) {
                page.html().text("–");
            }
        };
    }

    private static Page.Content part(Part part) {
        return page -> {
            word(part).accept(page);
            if (part.moved().isPresent()
                    || (part.mark() == Mark.UNDERWAY && part.verified().isPresent())) {
                page.html().text(", moved ");
                Page.share(part.moved()).accept(page);
            }
            if (part.verified().isPresent()
                    || (part.mark() == Mark.VERIFIED && part.total().isPresent())) {
                page.html().text(", verified ");
                Page.share(part.verified()).accept(page);
            }
            part.compared()
                    .ifPresent(
                            amount ->
                                    page.html()
                                            .text(
                                                    " ("
                                                            + Words.counted(amount.things(), "file")
                                                            + ", "
                                                            + Words.bytes(amount.bytes())
                                                            + ")"));
        };
    }

    private static Page.Content word(Part part) {
        Page.Content word = Page.text(part.mark().word());
        return part.origins().isEmpty()
                ? word
                : page -> Page.to(page.places().step(part.origins().getLast()), word).accept(page);
    }
}
