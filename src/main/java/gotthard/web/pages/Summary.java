package gotthard.web.pages;

import gotthard.overview.Overview;
import gotthard.overview.Phase;
import gotthard.overview.ProgrammeOverview;
import gotthard.overview.Rule;
import gotthard.page.Html;
import gotthard.page.Page;
import gotthard.report.Headline;
import gotthard.report.PhaseWords;
import gotthard.report.Words;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// How a run goes, for those who read nothing else.
final class Summary {
    /// What is done on the left, what is to come on the right.
    private static final List<Condition> ORDER =
            List.of(
                    Condition.VERIFIED,
                    Condition.UNPROVEN,
                    Condition.UNDONE,
                    Condition.GOING,
                    Condition.WAITING,
                    Condition.FAILING,
                    Condition.PENDING,
                    Condition.LEFT_OUT);

    private final Page page;
    private final Html html;

    Summary(Page page) {
        this.page = page;
        html = page.html();
    }

    void write(Overview overview) {
        Phase phase = ProgrammeOverview.of(List.of(overview)).phases().getFirst();
        html.open("section", "id", "summary", "aria-label", "How it goes");
        html.open("p", "class", "standing");
        page.write(Page.light(phase.rule().light()));
        standing(phase);
        html.closeLine();
        counts(Condition.counts(overview.steps()), overview.steps().size());
        html.element("p", String.join(" ", sentences(overview))).text("\n");
        html.open("dl", "class", "figures");
        int verified = Condition.counts(overview.steps()).getOrDefault(Condition.VERIFIED, 0);
        figure(
                "Steps verified",
                Words.number(verified) + " of " + Words.number(overview.run().asked()));
        if (overview.matrix().moving() > 0) {
            figure(
                    "Cells verified",
                    Words.number(overview.matrix().verified())
                            + " of "
                            + Words.number(overview.matrix().moving()));
            figure(
                    "Content compared",
                    Words.counted(overview.matrix().compared().things(), "file")
                            + ", "
                            + Words.bytes(overview.matrix().compared().bytes()));
        }
        figure(
                overview.run().ended().isPresent() ? "Took" : "Running for",
                Words.duration(overview.run().elapsed()));
        figure("Due", PhaseWords.due(phase));
        html.closeLine();
        html.open("dl", "class", "facts");
        fact("Forecast", PhaseWords.forecast(phase.forecast()));
        fact("Way back", Headline.wayBack(overview.wayBack()));
        fact("Owner", PhaseWords.owner(phase));
        fact("Started by", overview.run().startedBy());
        html.closeLine();
        WaitPart.command(html, Commands.status(overview.run().id()));
        html.closeLine();
    }

    /// How it stands, and which rule gives its light.
    void standing(Phase phase) {
        html.text(" ").element("strong", Words.capital(Headline.standing(phase.overview())));
        html.text(phase.rule() == Rule.DONE ? "." : ", because " + phase.rule().words() + ".");
    }

    /// The first of a report's, without those that the figures tell.
    private static List<String> sentences(Overview overview) {
        var sentences = new ArrayList<>(Headline.sentences(overview));
        return List.of(sentences.getFirst(), sentences.getLast().replace("; see below", ""));
    }

    private void figure(String name, String words) {
        html.open("div").element("dt", name).element("dd", words).closeLine();
    }

    private void fact(String name, String words) {
        html.open("div").element("dt", name).element("dd", words).closeLine();
    }

    /// One bar of all steps; the numbers beside the list say the same.
    void counts(Map<Condition, Integer> counts, int all) {
        html.open(
                "svg",
                "class",
                "whole",
                "viewBox",
                "0 0 1000 10",
                "preserveAspectRatio",
                "none",
                "aria-hidden",
                "true");
        long before = 0;
        for (Condition condition : ORDER) {
            long from = 1000 * before / Math.max(1, all);
            before += counts.getOrDefault(condition, 0);
            long to = 1000 * before / Math.max(1, all);
            if (to > from) {
                html.open(
                                "rect",
                                "class",
                                "share " + condition.key(),
                                "x",
                                Long.toString(from),
                                "width",
                                Long.toString(to - from),
                                "height",
                                "10")
                        .close();
            }
        }
        html.closeLine();
    }
}
