package gotthard.graph;

import gotthard.action.Kinds;
import gotthard.action.Sources;
import gotthard.inventory.Inventory;
import gotthard.inventory.WindowName;
import gotthard.plan.Links;
import gotthard.plan.Plan;
import gotthard.plan.PlanDocument;
import gotthard.policy.Calendar;
import gotthard.policy.Policy;
import gotthard.problem.Checked;
import gotthard.problem.Code;
import gotthard.problem.Place;
import gotthard.problem.Problem;
import gotthard.problem.Problems;
import gotthard.shape.Located;
import gotthard.shape.Names;
import gotthard.yaml.Node;
import gotthard.yaml.YamlReader;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// Reads a plan, the documents that it names, and compiles it.
public final class Assembly {
    private static final Code NO_INVENTORY = new Code("no-inventory");

    private final String planSource;
    private final Texts texts;
    private final Kinds kinds;
    private final UnaryOperator<Inventory> reached;
    private final Shared shared;
    private final Problems problems = new Problems();
    private final SortedMap<String, String> documents = new TreeMap<>();

    private Assembly(
            String planSource,
            Texts texts,
            Kinds kinds,
            UnaryOperator<Inventory> reached,
            Shared shared) {
        this.planSource = planSource;
        this.texts = texts;
        this.kinds = kinds;
        this.reached = reached;
        this.shared = shared;
    }

    /// The plan with all that belongs to it, or all that is wrong with any of it.
    ///
    /// @param plan the plan's name, as [Texts] knows it
    /// @param inventory the inventory to use instead of the one that the plan names
    public static Checked<Assembled> assemble(
            String plan, Optional<String> inventory, Texts texts, Kinds kinds) {
        return assemble(plan, inventory, texts, kinds, UnaryOperator.identity());
    }

    /// The same, for sites whose addresses are known only once they are there: a sandbox.
    ///
    /// @param reached writes the addresses into the inventory before the plan is compiled with it; it may start the sites
    public static Checked<Assembled> assemble(
            String plan,
            Optional<String> inventory,
            Texts texts,
            Kinds kinds,
            UnaryOperator<Inventory> reached) {
        return new Assembly(Paths.normal(plan), texts, kinds, reached, new Shared())
                .assemble(inventory.map(Paths::normal));
    }

    /// The same, of one plan of several.
    static Checked<Assembled> assemble(
            String plan, Optional<String> inventory, Texts texts, Kinds kinds, Shared shared) {
        return new Assembly(Paths.normal(plan), texts, kinds, UnaryOperator.identity(), shared)
                .assemble(inventory.map(Paths::normal));
    }

    private Checked<Assembled> assemble(Optional<String> chosen) {
        Optional<Node> document =
                read(planSource, Place.of(planSource))
                        .flatMap(text -> problems.take(YamlReader.read(planSource, text)));
        Links links = document.map(Links::of).orElse(Links.NONE);
        Optional<String> inventorySource = inventorySource(chosen, links, document.isPresent());
        Optional<Place> linked =
                chosen.isPresent() ? Optional.empty() : links.inventory().map(Located::place);
        Optional<Inventory> inventory =
                inventorySource
                        .flatMap(name -> inventory(name, linked.orElseGet(() -> Place.of(name))))
                        .map(reached);
        Names names = inventory.map(Inventory::names).orElse(Names.unchecked());
        Optional<Policy> policy =
                links.policy().flatMap(path -> policy(path, inventorySource.orElse(""), names));
        Names all = links.policy().isPresent() && policy.isEmpty() ? names : named(names, policy);
        Optional<Plan> plan =
                document.flatMap(node -> problems.take(PlanDocument.read(planSource, node, all)));
        Calendar calendar = policy.map(Policy::calendar).orElse(Calendar.EMPTY);
        Optional<Graph> graph =
                plan.flatMap(
                        written ->
                                inventory.flatMap(
                                        known -> problems.take(compile(written, known, calendar))));
        if (problems.hasErrors() || graph.isEmpty()) {
            return new Checked.Invalid<>(problems.sorted());
        }
        return problems.checked(
                new Assembled(
                        plan.orElseThrow(),
                        inventory.orElseThrow(),
                        policy,
                        graph.orElseThrow(),
                        planSource,
                        inventorySource.orElseThrow(),
                        documents));
    }

    private Optional<String> inventorySource(
            Optional<String> chosen, Links links, boolean hasPlan) {
        if (chosen.isPresent()) {
            return chosen;
        }
        if (links.inventory().isEmpty() && hasPlan) {
            problems.add(
                    Problem.error(NO_INVENTORY, Place.of(planSource), "no inventory is named")
                            .withAdvice(
                                    "name one with -i, or in the plan: \"inventory:\" under \"spec:\""));
        }
        return links.inventory().flatMap(path -> problems.take(Paths.beside(planSource, path)));
    }

    private Optional<Inventory> inventory(String name, Place asked) {
        return read(name, asked).flatMap(text -> problems.take(shared.inventory(name, text)));
    }

    private Optional<Policy> policy(Located<String> path, String inventory, Names names) {
        return problems.take(Paths.beside(planSource, path))
                .flatMap(
                        name ->
                                read(name, path.place())
                                        .flatMap(
                                                text ->
                                                        problems.take(
                                                                shared.policy(
                                                                        name, text, inventory,
                                                                        names))));
    }

    /// With the names of windows; where no policy is named, there are none.
    private static Names named(Names names, Optional<Policy> policy) {
        Set<String> windows =
                policy.map(Policy::calendar).orElse(Calendar.EMPTY).names().stream()
                        .map(WindowName::value)
                        .collect(Collectors.toSet());
        return kind -> kind.equals(WindowName.KIND) ? Optional.of(windows) : names.known(kind);
    }

    private Checked<Graph> compile(Plan plan, Inventory inventory, Calendar calendar) {
        return GraphCompiler.compile(plan, inventory, calendar, kinds, new Named());
    }

    private Optional<String> read(String name, Place asked) {
        Optional<String> text = problems.take(texts.read(name, asked));
        text.ifPresent(found -> documents.put(name, found));
        return text;
    }

    /// What the plan names.
    private final class Named implements Sources {
        @Override
        public Checked<Source> read(String path, Place asked) {
            return Paths.beside(planSource, new Located<>(path, asked))
                    .flatMap(name -> texts.read(name, asked).map(text -> keep(name, text)));
        }

        private Source keep(String name, String text) {
            documents.put(name, text);
            return new Source(name, text);
        }

        @Override
        public Checked<List<Node>> documents(Source source) {
            return shared.documents(source);
        }
    }
}
