package gotthard.web.pages;

import gotthard.page.Html;
import gotthard.report.Words;

import java.util.Locale;
import java.util.Map;

/// What needs what, from left to right. Each box leads to its step, or to the first of its steps in the list, where the most urgent are first.
final class GraphPart {
    private static final int LONGEST_NAME = 24;
    private static final int INSET = 12;
    private static final int BAR = Layout.BOX_WIDTH - 2 * INSET;

    private final Html html;
    private final Addresses addresses;

    GraphPart(Html html, Addresses addresses) {
        this.html = html;
        this.addresses = addresses;
    }

    void write(Clusters clusters) {
        Layout layout = Layout.of(clusters);
        html.open("section", "id", "graph").element("h2", "What needs what");
        if (clusters.all().size() < clusters.numbers().size()) {
            html.element(
                    "p",
                    Words.counted(clusters.numbers().size(), "step")
                            + " in "
                            + Words.counted(clusters.all().size(), "group")
                            + ". A box of many opens them.",
                    "class",
                    "quiet");
        }
        html.openWide("aria-label", "What needs what");
        html.open(
                "svg",
                "class",
                "graph",
                "role",
                "group",
                "aria-label",
                "Steps from left to right, each after what it needs",
                "width",
                Integer.toString(layout.width()),
                "height",
                Integer.toString(layout.height()));
        layout.lines().forEach(line -> line(line, clusters));
        clusters.all().forEach(cluster -> box(cluster, layout));
        html.close().close().closeLine();
    }

    private void line(Layout.Line line, Clusters clusters) {
        var path = new StringBuilder();
        Layout.Point last = line.through().getFirst();
        path.append("M").append(last.x()).append(' ').append(last.y());
        for (Layout.Point point : line.through().subList(1, line.through().size())) {
            int middle = (last.x() + point.x()) / 2;
            path.append(
                    String.format(
                            Locale.ROOT,
                            "C%d %d %d %d %d %d",
                            middle,
                            last.y(),
                            middle,
                            point.y(),
                            point.x(),
                            point.y()));
            last = point;
        }
        boolean isSettled = Condition.VERIFIED == clusters.all().get(line.from() - 1).worst();
        html.open("path", "class", isSettled ? "settled" : "open", "d", path.toString()).close();
    }

    private void box(Cluster cluster, Layout layout) {
        Layout.Point at = layout.boxes().getOrDefault(cluster.number(), new Layout.Point(0, 0));
        boolean isOne = cluster.steps().size() == 1;
        String place =
                isOne
                        ? addresses.step(cluster.steps().getFirst().origin())
                        : "#" + addresses.id(StepList.sorted(cluster.steps()).getFirst());
        html.open(
                "a",
                "id",
                cluster.id(),
                "class",
                "box " + cluster.worst().key() + (isOne ? "" : " many"),
                "href",
                place,
                "aria-label",
                cluster.whole());
        html.element("title", cluster.whole());
        rect("frame", at.x(), at.y(), Layout.BOX_WIDTH, Layout.BOX_HEIGHT);
        rect("mark", at.x(), at.y(), 4, Layout.BOX_HEIGHT);
        text("name", at.x() + INSET, at.y() + 20, shortened(cluster.name()));
        if (!isOne) {
            text(
                    "times",
                    at.x() + Layout.BOX_WIDTH - INSET,
                    at.y() + 20,
                    "×" + Words.number(cluster.steps().size()));
        }
        text("line", at.x() + INSET, at.y() + 38, cluster.line());
        bar(cluster, at);
        html.closeLine();
    }

    private void bar(Cluster cluster, Layout.Point at) {
        int all = cluster.steps().size();
        int before = 0;
        for (Map.Entry<Condition, Integer> part : cluster.counts().entrySet()) {
            int from = before * BAR / all;
            before += part.getValue();
            rect(
                    "share " + part.getKey().key(),
                    at.x() + INSET + from,
                    at.y() + 46,
                    Math.max(2, before * BAR / all - from),
                    5);
        }
    }

    private void rect(String kind, int x, int y, int width, int height) {
        html.open(
                        "rect",
                        "class",
                        kind,
                        "x",
                        Integer.toString(x),
                        "y",
                        Integer.toString(y),
                        "width",
                        Integer.toString(width),
                        "height",
                        Integer.toString(height))
                .close();
    }

    private void text(String kind, int x, int y, String words) {
        html.element(
                "text", words, "class", kind, "x", Integer.toString(x), "y", Integer.toString(y));
    }

    private static String shortened(String name) {
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME - 1) + "…" : name;
    }
}
