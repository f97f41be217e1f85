package gotthard.report;

import gotthard.inventory.SiteName;
import gotthard.proof.Model;
import gotthard.proof.Situation;
import gotthard.proof.Story;
import gotthard.world.CellId;
import gotthard.world.Holding;
import gotthard.world.Level;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A story as a strip in SVG: a row for each site, a column for each moment; who holds the data, who takes writes, who gets the traffic, who processes.
public final class StoryPicture {
    private static final int LEFT = 110;
    private static final int COLUMN = 64;
    private static final int ROW = 70;
    private static final int TOP = 60;
    private static final int LINE = 20;
    private static final int LETTER = 7;
    private static final String STYLE =
            "text{font:13px sans-serif;fill:#222}.h{font-weight:bold}.m{text-anchor:middle}"
                    + ".box{fill:#fff;stroke:#444}.data{fill:#3b6ea5}.write{fill:#e08a1e;stroke:#fff}"
                    + ".last{fill:#fbe3e0}.link{stroke:#777;stroke-width:2;fill:none}";

    private final Model model;
    private final Story story;
    private final CellId cell;
    private final List<SiteName> sites;
    private final StringBuilder svg = new StringBuilder();

    private StoryPicture(Model model, Story story, CellId cell) {
        this.model = model;
        this.story = story;
        this.cell = cell;
        this.sites = List.copyOf(story.first().cells().getOrDefault(cell, Map.of()).keySet());
    }

    /// Of a story about a cell; one about the plan alone has only its sentences.
    public static String of(Model model, Story story) {
        CellId cell =
                story.cell()
                        .orElseGet(
                                () ->
                                        story.first().cells().keySet().stream()
                                                .findFirst()
                                                .orElseGet(() -> model.cells().getFirst().id()));
        return new StoryPicture(model, story, cell).draw();
    }

    private String draw() {
        List<String> sentences = sentences();
        int moments = story.turns().size() + 1;
        int bottom = TOP + sites.size() * ROW + 20;
        int longest = sentences.stream().mapToInt(String::length).max().orElse(0);
        int width = Math.max(LEFT + moments * COLUMN + 20, Math.max(900, longest * LETTER));
        int height = bottom + (sentences.size() + 4) * LINE;
        svg.append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\">"
                        .formatted(width, height, width, height));
        svg.append("<title>").append(escaped(ProofText.headline(story))).append("</title>");
        svg.append("<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>");
        svg.append("<style>").append(STYLE).append("</style>");
        text("h", 10, 22, ProofText.headline(story));
        svg.append(
                "<rect class=\"last\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>"
                        .formatted(
                                LEFT + (moments - 1) * COLUMN,
                                TOP - 26,
                                COLUMN,
                                sites.size() * ROW + 26));
        for (int row = 0; row < sites.size(); row++) {
            text("h", 10, TOP + row * ROW + 22, sites.get(row).value());
        }
        column(0, "at first", story.first());
        for (int at = 1; at < moments; at++) {
            column(at, Integer.toString(at), story.turns().get(at - 1).after());
        }
        int line = bottom;
        text(
                "s",
                10,
                line,
                "blue: the data · orange: what the user wrote · W takes writes · T gets the traffic · P processes · small letters: in part · a line with a dot: a replication runs there");
        for (String sentence : sentences) {
            line += LINE;
            text("s", 10, line + 8, sentence);
        }
        return svg.append("</svg>\n").toString();
    }

    private List<String> sentences() {
        var words = new StoryWords(model, story);
        var sentences = new ArrayList<String>();
        Situation before = story.first();
        for (Story.Turn turn : story.turns()) {
            sentences.add((sentences.size() + 1) + ". " + words.sentence(turn.what(), before));
            before = turn.after();
        }
        new BreachWords(model, story).sentences().forEach(one -> sentences.add("→ " + one));
        return sentences;
    }

    private void column(int at, String title, Situation situation) {
        int x = LEFT + at * COLUMN;
        text("m", x + COLUMN / 2, TOP - 10, title);
        Map<SiteName, Holding> holdings = situation.cells().getOrDefault(cell, Map.of());
        for (int row = 0; row < sites.size(); row++) {
            Holding holding = holdings.get(sites.get(row));
            if (holding != null) {
                site(x, TOP + row * ROW, holding);
            }
        }
        for (Situation.Link link : situation.running()) {
            int from = sites.indexOf(link.from());
            int to = sites.indexOf(link.to());
            if (link.cell().equals(cell) && from >= 0 && to >= 0) {
                int shift = from < to ? COLUMN - 12 : COLUMN - 3;
                svg.append(
                        "<path class=\"link\" d=\"M%d %dL%d %d\"/><circle cx=\"%d\" cy=\"%d\" r=\"4\" fill=\"#777\"/>"
                                .formatted(
                                        x + shift,
                                        TOP + from * ROW + 16,
                                        x + shift,
                                        TOP + to * ROW + 16,
                                        x + shift,
                                        TOP + to * ROW + 16));
            }
        }
    }

    private void site(int x, int y, Holding holding) {
        int left = x + COLUMN / 2 - 16;
        svg.append(
                "<rect class=\"box\" x=\"%d\" y=\"%d\" width=\"28\" height=\"28\"/>"
                        .formatted(left, y));
        int filled =
                switch (holding.base()) {
                    case NONE -> 0;
                    case HALF -> 14;
                    case FULL -> 28;
                };
        if (filled > 0) {
            svg.append(
                    "<rect class=\"data\" x=\"%d\" y=\"%d\" width=\"28\" height=\"%d\"/>"
                            .formatted(left, y + 28 - filled, filled));
        }
        if (holding.write()) {
            svg.append(
                    "<circle class=\"write\" cx=\"%d\" cy=\"%d\" r=\"7\"/>"
                            .formatted(left + 14, y + 14));
        }
        String does =
                letter(holding.open(), "W")
                        + letter(holding.routed(), "T")
                        + letter(holding.processing(), "P");
        text("m", left + 14, y + 46, does);
    }

    private static String letter(Level level, String letter) {
        return switch (level) {
            case NONE -> "";
            case HALF -> letter.toLowerCase(java.util.Locale.ROOT);
            case FULL -> letter;
        };
    }

    private void text(String kind, int x, int y, String words) {
        if (!words.isEmpty()) {
            svg.append("<text class=\"%s\" x=\"%d\" y=\"%d\">".formatted(kind, x, y))
                    .append(escaped(words))
                    .append("</text>");
        }
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
