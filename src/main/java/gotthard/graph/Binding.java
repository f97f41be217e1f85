package gotthard.graph;

import gotthard.action.Kind;
import gotthard.action.Kinds;
import gotthard.action.Scope;
import gotthard.action.Sources;
import gotthard.action.Work;
import gotthard.inventory.DataTypeName;
import gotthard.inventory.Inventory;
import gotthard.inventory.SiteName;
import gotthard.plan.Group;
import gotthard.plan.Interpolation;
import gotthard.plan.Plan;
import gotthard.plan.StepSpec;
import gotthard.problem.Checked;
import gotthard.problem.Code;
import gotthard.problem.Place;
import gotthard.problem.Problem;
import gotthard.problem.Quoted;
import gotthard.problem.Suggestion;
import gotthard.shape.Names;
import gotthard.shape.Shape;
import gotthard.yaml.Node;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the parameters of steps and binds their kinds to them.
final class Binding {
    private static final Code UNKNOWN_ACTION = new Code("unknown-action");

    private final Inventory inventory;
    private final Names names;
    private final Optional<Scope.Group> group;
    private final Kinds kinds;
    private final Sources sources;
    private final Map<String, Known<?>> known = new HashMap<>();

    Binding(Plan plan, Inventory inventory, Kinds kinds, Sources sources) {
        this.inventory = inventory;
        this.names = inventory.names();
        this.group = plan.group().map(Binding::scoped);
        this.kinds = kinds;
        this.sources = sources;
    }

    Checked<Bound> of(Instance instance) {
        String action = instance.spec().action().value();
        return kinds.named(action)
                .<Checked<Bound>>map(
                        kind -> of(instance, known.computeIfAbsent(action, _ -> Known.of(kind))))
                .orElseGet(() -> Checked.invalid(unknown(instance.spec())));
    }

    private <W> Checked<Bound> of(Instance instance, Known<W> action) {
        Kind<W> kind = action.kind();
        var read = new Recorded(sources);
        var scope = new Scope(inventory, group, instance.spec().place(), read);
        Node written = parameters(instance.spec());
        return Interpolation.of(written, instance.values())
                .flatMap(
                        with ->
                                action.parameters()
                                        .read(with, names, "\"with\"")
                                        .flatMap(parameters -> kind.bind(parameters, scope))
                                        .map(work -> bound(instance, kind, work, with, read)));
    }

    private static Bound bound(
            Instance instance, Kind<?> kind, Work work, Node with, Recorded read) {
        return new Bound(instance, kind, work, Inputs.digest(kind, with, read.seen));
    }

    private static Node parameters(StepSpec step) {
        return step.with().orElseGet(() -> new Node.Mapping(List.of(), step.action().place()));
    }

    private Problem unknown(StepSpec step) {
        String action = step.action().value();
        return Problem.error(
                        UNKNOWN_ACTION,
                        step.action().place(),
                        "step "
                                + Quoted.of(step.id().value().value())
                                + " has the unknown action "
                                + Quoted.of(action))
                .withAdvice(
                        Suggestion.didYouMean(action, kinds.names())
                                .or(
                                        () ->
                                                Optional.of(
                                                        "known are "
                                                                + String.join(
                                                                        ", ", kinds.names()))));
    }

    private static Scope.Group scoped(Group group) {
        Map<DataTypeName, List<SiteName>> targets = new HashMap<>();
        group.data()
                .forEach(
                        (data, target) -> {
                            var sites = new ArrayList<>(target.to());
                            sites.addAll(target.standby());
                            targets.put(data, sites);
                        });
        return new Scope.Group(group.regions(), group.from(), targets);
    }

    /// A kind with the shape of its parameters, which is made once for all steps.
    private record Known<W>(Kind<W> kind, Shape<W> parameters) {
        static <W> Known<W> of(Kind<W> kind) {
            return new Known<>(kind, kind.parameters());
        }
    }

    /// Remembers what one step has read.
    private static final class Recorded implements Sources {
        private final Sources sources;
        private final List<Source> seen = new ArrayList<>();

        Recorded(Sources sources) {
            this.sources = sources;
        }

        @Override
        public Checked<Source> read(String path, Place asked) {
            Checked<Source> source = sources.read(path, asked);
            source.toOptional().ifPresent(seen::add);
            return source;
        }

        @Override
        public Checked<List<Node>> documents(Source source) {
            return sources.documents(source);
        }
    }
}
