package gotthard.web.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Where the drawing of a graph has its boxes: a column for each distance from the beginning. A line that passes a column has a place of
/// its own there, so that it never runs behind a box.
///
/// @param boxes upper left corners, by the numbers of clusters
/// @param lines each by the points that it goes through
record Layout(Map<Integer, Point> boxes, List<Line> lines, int width, int height) {
    static final int BOX_WIDTH = 206;
    static final int BOX_HEIGHT = 58;
    private static final int COLUMN = BOX_WIDTH + 46;
    private static final int GAP = 14;
    private static final int THREAD = 10;
    private static final int MARGIN = 4;

    record Point(int x, int y) {}

    record Line(int from, int to, List<Point> through) {}

    /// A place in a column: a box, or a line that passes.
    ///
    /// @param cluster of the box, or the one that the line leads to
    /// @param from where the line comes from; 0 for a box
    private record Slot(int cluster, int from) {
        boolean isBox() {
            return from == 0;
        }

        int height() {
            return isBox() ? BOX_HEIGHT : THREAD;
        }
    }

    static Layout of(Clusters clusters) {
        Map<Integer, Integer> layers = clusters.layers();
        List<List<Slot>> columns = columns(clusters, layers);
        int height = columns.stream().mapToInt(Layout::height).max().orElse(0) + 2 * MARGIN;
        var centres = new HashMap<Slot, Integer>();
        for (List<Slot> column : columns) {
            column.sort(Comparator.comparingDouble(slot -> wish(clusters, slot, centres)));
            int y = (height - height(column)) / 2;
            for (Slot slot : column) {
                centres.put(slot, y + slot.height() / 2);
                y += slot.height() + GAP;
            }
        }
        return new Layout(
                boxes(clusters, layers, centres),
                lines(clusters, layers, centres),
                Math.max(1, columns.size()) * COLUMN - (COLUMN - BOX_WIDTH) + 2 * MARGIN,
                height);
    }

    private static List<List<Slot>> columns(Clusters clusters, Map<Integer, Integer> layers) {
        var columns = new ArrayList<List<Slot>>();
        for (Cluster cluster : clusters.all()) {
            int layer = layer(layers, cluster.number());
            at(columns, layer).add(new Slot(cluster.number(), 0));
            for (int need : clusters.needs(cluster)) {
                for (int passed = layer(layers, need) + 1; passed < layer; passed++) {
                    at(columns, passed).add(new Slot(cluster.number(), need));
                }
            }
        }
        return columns;
    }

    private static List<Slot> at(List<List<Slot>> columns, int layer) {
        while (columns.size() <= layer) {
            columns.add(new ArrayList<>());
        }
        return columns.get(layer);
    }

    private static int layer(Map<Integer, Integer> layers, int cluster) {
        return layers.getOrDefault(cluster, 0);
    }

    private static int height(List<Slot> column) {
        return column.stream().mapToInt(slot -> slot.height() + GAP).sum() - GAP;
    }

    /// As high as what it comes from.
    private static double wish(Clusters clusters, Slot slot, Map<Slot, Integer> centres) {
        if (!slot.isBox()) {
            return centre(centres, slot.cluster(), slot.from());
        }
        return clusters.needs(clusters.all().get(slot.cluster() - 1)).stream()
                .mapToDouble(need -> centre(centres, slot.cluster(), need))
                .average()
                .orElse(0);
    }

    private static double centre(Map<Slot, Integer> centres, int to, int from) {
        Integer passing = centres.get(new Slot(to, from));
        return passing == null ? centres.getOrDefault(new Slot(from, 0), 0) : passing;
    }

    private static Map<Integer, Point> boxes(
            Clusters clusters, Map<Integer, Integer> layers, Map<Slot, Integer> centres) {
        var boxes = new HashMap<Integer, Point>();
        for (Cluster cluster : clusters.all()) {
            int number = cluster.number();
            int centre = centres.getOrDefault(new Slot(number, 0), 0);
            boxes.put(
                    number,
                    new Point(MARGIN + layer(layers, number) * COLUMN, centre - BOX_HEIGHT / 2));
        }
        return boxes;
    }

    private static List<Line> lines(
            Clusters clusters, Map<Integer, Integer> layers, Map<Slot, Integer> centres) {
        var lines = new ArrayList<Line>();
        for (Cluster cluster : clusters.all()) {
            int to = cluster.number();
            for (int need : clusters.needs(cluster)) {
                var points = new ArrayList<Point>();
                int start = MARGIN + layer(layers, need) * COLUMN + BOX_WIDTH;
                points.add(new Point(start, centres.getOrDefault(new Slot(need, 0), 0)));
                for (int i = layer(layers, need) + 1; i < layer(layers, to); i++) {
                    int y = centres.getOrDefault(new Slot(to, need), 0);
                    points.add(new Point(MARGIN + i * COLUMN, y));
                    points.add(new Point(MARGIN + i * COLUMN + BOX_WIDTH, y));
                }
                points.add(
                        new Point(
                                MARGIN + layer(layers, to) * COLUMN,
                                centres.getOrDefault(new Slot(to, 0), 0)));
                lines.add(new Line(need, to, points));
            }
        }
        return lines;
    }
}
