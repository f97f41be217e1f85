package gotthard.run;

import gotthard.graph.Covered;
import gotthard.graph.StepId;
import gotthard.inventory.Inventory;
import gotthard.journal.Opening;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/// What approvals are judged by, from what a run recorded: what each gate decides about, and who wrote and started it.
public final class Basis {
    private static final String ON_HOST = " on ";

    private final Inventory inventory;
    private final Map<Recorded, Judged> judged = new ConcurrentHashMap<>();

    public Basis(Inventory inventory) {
        this.inventory = inventory;
    }

    Inventory inventory() {
        return inventory;
    }

    /// The digest that an approval of this gate must be of.
    public String digest(Opening opening, StepId gate) {
        Judged known = judged(opening);
        return known.digests().computeIfAbsent(gate, known.covered()::digest);
    }

    /// Who started the run, and who owns the plan, by names of the inventory where they are there.
    Set<String> authors(Opening opening) {
        return judged(opening).authors();
    }

    private Judged judged(Opening opening) {
        return judged.computeIfAbsent(new Recorded(opening), _ -> judge(opening));
    }

    private Judged judge(Opening opening) {
        var covered =
                new Covered(
                        opening.steps().stream().map(Basis::part).toList(),
                        opening.documents(),
                        opening.planSource(),
                        opening.inventorySource(),
                        inventory);
        var authors = new TreeSet<String>();
        authors.add(opening.startedBy().split(ON_HOST, 2)[0]);
        covered.owner().ifPresent(authors::add);
        return new Judged(covered, authors, new ConcurrentHashMap<>());
    }

    private static Covered.Part part(Opening.Listed step) {
        return new Covered.Part(
                step.id(), step.kind(), step.version(), step.inputs(), step.needs(), step.sites());
    }

    /// What was found once, because reading documents takes time and gates are asked at every turn.
    private record Judged(Covered covered, Set<String> authors, Map<StepId, String> digests) {}

    /// What a run recorded at one time: the very same, so that comparing it costs nothing.
    private static final class Recorded {
        private final Opening opening;

        private Recorded(Opening opening) {
            this.opening = opening;
        }

        @Override
        @SuppressWarnings("ReferenceEquality")
        public boolean equals(@org.jspecify.annotations.Nullable Object other) {
            return other instanceof Recorded that && opening == that.opening;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(opening);
        }
    }
}
