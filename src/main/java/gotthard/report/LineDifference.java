package gotthard.report;

import java.util.ArrayList;
import java.util.List;

/// Two texts, line by line: ` ` stays, `-` goes, `+` comes, with two lines around each change. By the longest common
/// subsequence (Wagner and Fischer 1974), after what both begin and end with is set aside.
final class LineDifference {
    private static final int AROUND = 2;
    private static final int MOST_CELLS = 4_000_000;

    private LineDifference() {}

    static List<String> of(List<String> before, List<String> after) {
        int head = 0;
        int shorter = Math.min(before.size(), after.size());
        while (head < shorter && before.get(head).equals(after.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head
                && before.get(before.size() - 1 - tail)
                        .equals(after.get(after.size() - 1 - tail))) {
            tail++;
        }
        var all = new ArrayList<String>();
        before.subList(0, head).forEach(line -> all.add(" " + line));
        all.addAll(
                middle(
                        before.subList(head, before.size() - tail),
                        after.subList(head, after.size() - tail)));
        before.subList(before.size() - tail, before.size()).forEach(line -> all.add(" " + line));
        return shortened(all);
    }

    private static List<String> middle(List<String> before, List<String> after) {
        var lines = new ArrayList<String>();
        if ((long) before.size() * after.size() > MOST_CELLS) {
            before.forEach(line -> lines.add("-" + line));
            after.forEach(line -> lines.add("+" + line));
            return lines;
        }
        int[][] common = common(before, after);
        int old = 0;
        int now = 0;
        while (old < before.size() || now < after.size()) {
            boolean isBoth =
                    old < before.size()
                            && now < after.size()
                            && before.get(old).equals(after.get(now));
            if (isBoth) {
                lines.add(" " + before.get(old));
                old++;
                now++;
            } else if (old < before.size()
                    && (now == after.size() || common[old + 1][now] >= common[old][now + 1])) {
                lines.add("-" + before.get(old));
                old++;
            } else {
                lines.add("+" + after.get(now));
                now++;
            }
        }
        return lines;
    }

    /// How many lines the rests from a place on have in common.
    private static int[][] common(List<String> before, List<String> after) {
        var common = new int[before.size() + 1][after.size() + 1];
        for (int old = before.size() - 1; old >= 0; old--) {
            for (int now = after.size() - 1; now >= 0; now--) {
                common[old][now] =
                        before.get(old).equals(after.get(now))
                                ? common[old + 1][now + 1] + 1
                                : Math.max(common[old + 1][now], common[old][now + 1]);
            }
        }
        return common;
    }

    private static List<String> shortened(List<String> all) {
        var shown = new ArrayList<String>();
        boolean isGap = false;
        for (int place = 0; place < all.size(); place++) {
            int from = Math.max(0, place - AROUND);
            int to = Math.min(all.size(), place + AROUND + 1);
            boolean isNear = all.subList(from, to).stream().anyMatch(line -> !line.startsWith(" "));
            if (isNear) {
                if (isGap) {
                    shown.add("@@");
                }
                shown.add(all.get(place));
            }
            isGap = !isNear;
        }
        return shown;
    }
}
