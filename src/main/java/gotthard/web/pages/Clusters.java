package gotthard.web.pages;

import gotthard.graph.StepId;
import gotthard.overview.StepRow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/// A run's steps folded so far that a drawing of them can be read: what the plan writes once is one cluster. Where even those are too many,
/// the steps of one kind that are equally far from the beginning are.
///
/// @param all by their numbers
/// @param numbers in which of them each step is
/// @param needs which clusters one needs, by numbers; without what follows from others
record Clusters(List<Cluster> all, Map<StepId, Integer> numbers, Map<Integer, Set<Integer>> needs) {
    private static final int MOST = 60;
    private static final Pattern INSTANCE = Pattern.compile("\\[[^\\]]*\\]");

    static Clusters of(List<StepRow> steps) {
        Clusters written = folded(steps, row -> name(row.id()));
        if (written.all().size() <= MOST) {
            return written;
        }
        Map<StepId, Integer> depths = depths(steps);
        return folded(steps, row -> row.kind() + " " + (depths.getOrDefault(row.id(), 0) + 1));
    }

    /// As the plan has it: `files` of `files[zurich-1]`, `switch.fence` of `switch[europe].fence`.
    private static String name(StepId step) {
        String name = INSTANCE.matcher(step.value()).replaceAll("");
        return name.isEmpty() ? step.value() : name;
    }

    /// Steps stand after all that they need.
    private static Map<StepId, Integer> depths(List<StepRow> steps) {
        var depths = new HashMap<StepId, Integer>();
        for (StepRow row : steps) {
            depths.put(
                    row.id(),
                    row.needs().stream()
                            .mapToInt(need -> depths.getOrDefault(need, 0) + 1)
                            .max()
                            .orElse(0));
        }
        return depths;
    }

    private static Clusters folded(List<StepRow> steps, Function<StepRow, String> name) {
        var members = new LinkedHashMap<String, List<StepRow>>();
        var numbers = new HashMap<StepId, Integer>();
        var order = new HashMap<String, Integer>();
        for (StepRow row : steps) {
            String its = name.apply(row);
            members.computeIfAbsent(its, _ -> new ArrayList<>()).add(row);
            numbers.put(row.id(), order.computeIfAbsent(its, _ -> order.size() + 1));
        }
        var all = new ArrayList<Cluster>();
        members.forEach((its, rows) -> all.add(new Cluster(all.size() + 1, its, rows)));
        return new Clusters(List.copyOf(all), numbers, reduced(needs(steps, numbers), all.size()));
    }

    /// Only from a cluster to an earlier one, so that nothing goes round even where steps of two clusters need each other by turns.
    private static Map<Integer, Set<Integer>> needs(
            List<StepRow> steps, Map<StepId, Integer> numbers) {
        var needs = new HashMap<Integer, Set<Integer>>();
        for (StepRow row : steps) {
            int own = numbers.getOrDefault(row.id(), 0);
            Set<Integer> its = needs.computeIfAbsent(own, _ -> new LinkedHashSet<>());
            for (StepId need : row.needs()) {
                int other = numbers.getOrDefault(need, 0);
                if (other > 0 && other < own) {
                    its.add(other);
                }
            }
        }
        return needs;
    }

    private static Map<Integer, Set<Integer>> reduced(Map<Integer, Set<Integer>> needs, int size) {
        var behind = new HashMap<Integer, Set<Integer>>();
        var reduced = new HashMap<Integer, Set<Integer>>();
        for (int own = 1; own <= size; own++) {
            Set<Integer> direct = needs.getOrDefault(own, Set.of());
            var implied = new LinkedHashSet<Integer>();
            direct.forEach(need -> implied.addAll(behind.getOrDefault(need, Set.of())));
            var kept = new LinkedHashSet<>(direct);
            kept.removeAll(implied);
            reduced.put(own, kept);
            implied.addAll(direct);
            behind.put(own, implied);
        }
        return reduced;
    }

    int number(StepId step) {
        return numbers.getOrDefault(step, 0);
    }

    /// What one needs at once.
    Set<Integer> needs(Cluster cluster) {
        return needs.getOrDefault(cluster.number(), Set.of());
    }

    /// How far each is from the beginning, by the longest way.
    Map<Integer, Integer> layers() {
        var layers = new HashMap<Integer, Integer>();
        for (Cluster cluster : all) {
            layers.put(
                    cluster.number(),
                    needs(cluster).stream()
                            .mapToInt(need -> layers.getOrDefault(need, 0) + 1)
                            .max()
                            .orElse(0));
        }
        return layers;
    }
}
