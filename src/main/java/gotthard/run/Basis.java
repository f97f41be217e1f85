package gotthard.run;

import gotthard.graph.Covered;
import gotthard.graph.StepId;
import gotthard.inventory.Inventory;
import gotthard.journal.Opening;
import gotthard.problem.Checked;
import gotthard.yaml.Node;
import gotthard.yaml.YamlReader;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/// What approvals are judged by, from what a run recorded: what each gate decides about, and who wrote and started it.
public final class Basis {
    private static final String ON_HOST = " on ";

    private final Inventory inventory;
    private final Map<Gated, String> digests = new ConcurrentHashMap<>();

    public Basis(Inventory inventory) {
        this.inventory = inventory;
    }

    Inventory inventory() {
        return inventory;
    }

    /// The digest that an approval of this gate must be of.
    public String digest(Opening opening, StepId gate) {
        return digests.computeIfAbsent(
                new Gated(opening, gate), _ -> covered(opening).digest(gate));
    }

    private Covered covered(Opening opening) {
        return new Covered(
                opening.steps().stream().map(Basis::part).toList(),
                opening.documents(),
                opening.planSource(),
                opening.inventorySource(),
                inventory);
    }

    private static Covered.Part part(Opening.Listed step) {
        return new Covered.Part(
                step.id(), step.kind(), step.version(), step.inputs(), step.needs(), step.sites());
    }

    /// Who started the run, and who owns the plan, by names of the inventory where they are there.
    static Set<String> authors(Opening opening) {
        var authors = new TreeSet<String>();
        authors.add(opening.startedBy().split(ON_HOST, 2)[0]);
        owner(opening).ifPresent(authors::add);
        return authors;
    }

    private static Optional<String> owner(Opening opening) {
        String source = opening.planSource();
        return Optional.ofNullable(opening.documents().get(source))
                .map(text -> YamlReader.read(source, text))
                .flatMap(Checked::toOptional)
                .flatMap(plan -> below(plan, "metadata"))
                .flatMap(metadata -> below(metadata, "owner"))
                .filter(Node.Scalar.class::isInstance)
                .map(owner -> ((Node.Scalar) owner).text());
    }

    private static Optional<Node> below(Node node, String key) {
        return node instanceof Node.Mapping all ? all.get(key) : Optional.empty();
    }

    /// A gate of a plan as it was recorded at one time: another recording is another key.
    private static final class Gated {
        private final Opening opening;
        private final StepId gate;

        private Gated(Opening opening, StepId gate) {
            this.opening = opening;
            this.gate = gate;
        }

        @Override
        @SuppressWarnings("ReferenceEquality")
        public boolean equals(@org.jspecify.annotations.Nullable Object other) {
            return other instanceof Gated that && opening == that.opening && gate.equals(that.gate);
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(opening) * 31 + gate.hashCode();
        }
    }
}
