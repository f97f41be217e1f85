package gotthard.clearing;

import gotthard.action.Context;
import gotthard.action.Failure;
import gotthard.action.Unreachable;
import gotthard.transfer.Amounts;
import gotthard.transfer.Held;
import gotthard.transfer.RelativePath;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Read afresh, in full, at the site and wherever the files must lie, too.
///
/// @param decided before and now, whether it is there or deleted already
/// @param here what is there and was read
/// @param uncovered what does not lie where it must, in words, the first ones
/// @param lacking how many they are
record Decision(
        Clearing clearing,
        Ground ground,
        Look look,
        Decided decided,
        SortedMap<RelativePath, Held> here,
        List<String> uncovered,
        long lacking) {
    private static final int NAMED = 10;

    static Decision of(Clearing clearing, Context context)
            throws Unreachable, InterruptedException {
        Ground ground = clearing.at().open(context);
        if (!ground.isThere()) {
            throw new Unreachable(Telling.notThere(ground));
        }
        Look look = Look.of(clearing, ground, context);
        SortedMap<RelativePath, Held> here = ground.read(look.toDelete());
        Decided decided = Decided.read(ground.notes()).and(here);
        var uncovered = new ArrayList<String>();
        long lacking = 0;
        Map<RelativePath, String> unread = new TreeMap<>();
        for (RelativePath path : look.toDelete()) {
            if (!here.containsKey(path)) {
                unread.put(path, ground.shown(path) + " (can't be read)");
            }
        }
        var all = new TreeMap<>(unread);
        for (Spot spot : clearing.covered()) {
            lacking(decided, spot.open(context)).forEach(all::putIfAbsent);
        }
        lacking += all.size();
        all.values().stream().limit(NAMED).forEach(uncovered::add);
        return new Decision(clearing, ground, look, decided, here, uncovered, lacking);
    }

    /// What of it does not lie on a ground as it was read, with words about it.
    static Map<RelativePath, String> lacking(Decided decided, Ground there)
            throws Unreachable, InterruptedException {
        SortedMap<RelativePath, Held> found = there.read(decided.all().keySet());
        var lacking = new TreeMap<RelativePath, String>();
        decided.all()
                .forEach(
                        (path, one) -> {
                            Held held = found.get(path);
                            if (held == null) {
                                lacking.put(path, there.shown(path) + " (missing)");
                            } else if (!held.content().equals(one.content())) {
                                lacking.put(path, there.shown(path) + " (other content)");
                            }
                        });
        return lacking;
    }

    /// Why nothing may be deleted, if that is so.
    Optional<Failure> refusal() {
        if (lacking == 0) {
            return Optional.empty();
        }
        long gone = (long) decided.all().size() - here.size();
        return Optional.of(
                Failure.refused(
                        "of %s of %s at %s, %,d are not safe elsewhere, and nothing %s deleted: %s%s"
                                .formatted(
                                        Amounts.files(look.toDelete().size() + gone),
                                        clearing.cell(),
                                        clearing.at().site(),
                                        lacking,
                                        gone > 0 ? "more is" : "is",
                                        String.join(", ", uncovered),
                                        lacking > uncovered.size()
                                                ? " and %,d more"
                                                        .formatted(lacking - uncovered.size())
                                                : ""),
                        "copy them there and verify the copy, or name other sites under \"covered\"; then retry"));
    }

    /// Whether nothing was ever there to delete.
    boolean isEmpty() {
        return decided.all().isEmpty();
    }
}
