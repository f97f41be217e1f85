package gotthard.run;

import gotthard.action.Action;
import gotthard.action.Before;
import gotthard.action.Blob;
import gotthard.action.Captured;
import gotthard.action.Context;
import gotthard.action.Declaration;
import gotthard.action.Difference;
import gotthard.action.Evidence;
import gotthard.action.Failure;
import gotthard.action.Forecast;
import gotthard.action.Outcome;
import gotthard.action.Prediction;
import gotthard.action.Unreachable;
import gotthard.action.Verdict;
import gotthard.inventory.SiteName;
import gotthard.world.Effect;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// Puts one thing into a world that is a map, and tells what it was called for. Tests override what
/// they want to go wrong.
class ThingAction implements Action {
    private final Map<String, String> world;
    private final String thing;
    private final List<String> calls;
    private List<Effect> effects = List.of();
    private Declaration.Reversal reversal = Declaration.Reversal.RESTORES;

    ThingAction(Map<String, String> world, String thing, List<String> calls) {
        this.world = world;
        this.thing = thing;
        this.calls = calls;
    }

    ThingAction effects(Effect... all) {
        effects = List.of(all);
        return this;
    }

    static Map<String, String> emptyWorld() {
        return new ConcurrentHashMap<>();
    }

    static List<String> noCalls() {
        return new CopyOnWriteArrayList<>();
    }

    ThingAction reversal(Declaration.Reversal what) {
        reversal = what;
        return this;
    }

    @Override
    public Declaration declaration() {
        return Routes.declaration(
                "makes " + thing, reversal, Set.of(new SiteName("zurich-1")), effects);
    }

    @Override
    public Prediction predict(Context context, Forecast earlier) {
        return new Prediction.Nothing("not asked in these tests");
    }

    @Override
    public Verdict verify(Context context) throws InterruptedException, Unreachable {
        calls.add("verify " + thing);
        return "new".equals(world.get(thing))
                ? new Verdict.Holds(Evidence.of(1, "it is there"))
                : differs("new");
    }

    private Verdict differs(String wanted) {
        return Verdict.differs(
                new Difference(
                        thing,
                        wanted,
                        world.getOrDefault(thing, "missing"),
                        Difference.Owner.OURS_OR_ABSENT));
    }

    @Override
    public Captured capture(Context context) throws InterruptedException, Unreachable {
        calls.add("capture " + thing);
        String there = world.get(thing);
        return new Captured.Found(
                there == null ? new Before.Absent() : new Before.Inline(Blob.of(there)));
    }

    @Override
    public Outcome apply(Context context, Before before) throws InterruptedException, Unreachable {
        calls.add("apply " + thing);
        world.put(thing, "new");
        return new Outcome.Changed(Evidence.of(1, "made"));
    }

    @Override
    public Outcome rollback(Context context, Before before)
            throws InterruptedException, Unreachable {
        calls.add("rollback " + thing);
        switch (before) {
            case Before.Absent _ -> world.remove(thing);
            case Before.Inline(var image) -> world.put(thing, image.text());
            case Before.Kept _ -> {
                return new Outcome.Failed(Failure.refused("nothing is kept here", ""));
            }
        }
        return new Outcome.Changed(Evidence.of(1, "undone"));
    }

    @Override
    public Verdict restored(Context context, Before before)
            throws InterruptedException, Unreachable {
        calls.add("restored " + thing);
        String wanted = before instanceof Before.Inline(var image) ? image.text() : "missing";
        return wanted.equals(world.getOrDefault(thing, "missing"))
                ? new Verdict.Holds(Evidence.of(1, "as before"))
                : differs(wanted);
    }
}
