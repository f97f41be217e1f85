package gotthard.web.pages;

import gotthard.overview.Incident;
import gotthard.overview.Origin;
import gotthard.overview.Overview;
import gotthard.page.Html;
import gotthard.page.Page;
import gotthard.report.Words;

import java.util.List;
import java.util.OptionalLong;

/// What did not go straight on, the latest first.
final class HappenedPart {
    private static final int MOST = 8;
    private static final int LONGEST = 280;

    private HappenedPart() {}

    static void write(Page page, Overview overview) {
        Html html = page.html();
        List<Incident> incidents = overview.incidents();
        html.open("section", "id", "happened").element("h2", "What happened");
        if (incidents.isEmpty()) {
            page.paragraph(Page.text("Nothing: everything went straight on."));
        } else {
            html.open("ol", "class", "happened");
            incidents.reversed().stream()
                    .limit(MOST)
                    .forEach(incident -> one(page, overview, incident));
            html.closeLine();
        }
        if (incidents.size() > MOST) {
            page.paragraph(
                    Page.text(
                            "and "
                                    + Words.number(incidents.size() - (long) MOST)
                                    + " before; gotthard report tells all."));
        }
        html.closeLine();
    }

    private static void one(Page page, Overview overview, Incident incident) {
        Html html = page.html();
        html.open("li").open("p");
        page.time(incident.at());
        html.text(" ").element("strong", incident.kind().word()).text(" ");
        incident.step()
                .ifPresent(
                        step ->
                                page.write(
                                        Page.step(
                                                new Origin(
                                                        overview.run().id(),
                                                        step,
                                                        OptionalLong.empty()))));
        html.closeLine();
        String what = incident.what();
        html.element(
                        "p",
                        what.length() > LONGEST ? what.substring(0, LONGEST - 1) + "…" : what,
                        "class",
                        "quiet")
                .closeLine();
    }
}
