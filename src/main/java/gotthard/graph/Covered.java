package gotthard.graph;

import gotthard.inventory.Inventory;
import gotthard.inventory.Person;
import gotthard.inventory.RoleName;
import gotthard.inventory.SiteName;
import gotthard.plan.Links;
import gotthard.problem.Checked;
import gotthard.yaml.Node;
import gotthard.yaml.YamlReader;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What a gate decides about, as one digest: whoever approves signs it, and what changes nothing of it leaves their approval valid.
///
/// It covers the gate, all steps that it needs and all that need it, directly or not, with their windows and how long they take; the
/// plan's group and how it protects sites; the policy; of the inventory the sites of those steps, the regions and data types, and who has which role or may act in it. It does not cover people's keys, so that a
/// new key voids nothing, nor steps beside the gate.
///
/// @param steps of the whole plan
/// @param documents that were read, by name
public record Covered(
        List<Part> steps,
        Map<String, String> documents,
        String planSource,
        String inventorySource,
        Inventory inventory) {
    private static final String VERSION = "gotthard/covered/1";

    public Covered {
        steps = List.copyOf(steps);
        documents = Map.copyOf(documents);
    }

    /// One step.
    ///
    /// @param inputs as [Step#inputs] has it: kind, version, parameters and files
    public record Part(
            StepId id,
            String kind,
            int version,
            String inputs,
            Set<StepId> needs,
            Set<SiteName> sites) {
        public Part {
            needs = Set.copyOf(needs);
            sites = Set.copyOf(sites);
        }
    }

    /// Who owns the plan, by its `metadata.owner`.
    public Optional<String> owner() {
        return node(planSource)
                .flatMap(plan -> below(plan, "metadata", "owner"))
                .filter(Node.Scalar.class::isInstance)
                .map(owner -> ((Node.Scalar) owner).text());
    }

    /// SHA-256 in hexadecimal.
    public String digest(StepId gate) {
        var sites = new TreeSet<String>();
        List<Part> around = around(gate);
        Optional<Node> plan = node(planSource);
        var times = WrittenTimes.of(plan);
        var canonical = new Canonical().text(VERSION).text(gate.value());
        for (Part step : around) {
            step.sites().forEach(site -> sites.add(site.value()));
            canonical
                    .text(step.id().value())
                    .text(step.kind())
                    .text(Integer.toString(step.version()))
                    .text(step.inputs())
                    .texts(sorted(step.needs()));
            List<String> when = times.of(step.id());
            if (!when.isEmpty()) {
                canonical.texts(when);
            }
        }
        Optional<Node> inventoryText = node(inventorySource);
        add(canonical, plan.flatMap(node -> below(node, "spec", "group")));
        plan.flatMap(node -> below(node, "spec", "protect"))
                .ifPresent(protect -> canonical.text("protect").node(protect));
        add(canonical, plan.flatMap(this::policy));
        for (String site : sites) {
            add(
                    canonical.text(site),
                    inventoryText.flatMap(node -> below(node, "spec", "sites", site)));
        }
        add(canonical, inventoryText.flatMap(node -> below(node, "spec", "regions")));
        add(canonical, inventoryText.flatMap(node -> below(node, "spec", "data")));
        people(canonical);
        return canonical.digest();
    }

    /// The gate, what it needs and what needs it, by name.
    private List<Part> around(StepId gate) {
        Map<StepId, Part> known = new HashMap<>();
        Map<StepId, Set<StepId>> dependants = new HashMap<>();
        for (Part step : steps) {
            known.put(step.id(), step);
            step.needs()
                    .forEach(
                            need ->
                                    dependants
                                            .computeIfAbsent(need, _ -> new TreeSet<>())
                                            .add(step.id()));
        }
        Set<StepId> found = new TreeSet<>();
        follow(gate, found, id -> known.containsKey(id) ? known.get(id).needs() : Set.of());
        found.remove(gate);
        follow(gate, found, id -> dependants.getOrDefault(id, Set.of()));
        return found.stream().filter(known::containsKey).map(known::get).toList();
    }

    private static void follow(
            StepId start,
            Set<StepId> found,
            java.util.function.Function<StepId, Set<StepId>> next) {
        var open = new ArrayList<StepId>(List.of(start));
        while (!open.isEmpty()) {
            StepId id = open.removeLast();
            if (found.add(id)) {
                open.addAll(next.apply(id));
            }
        }
    }

    private void people(Canonical canonical) {
        canonical.texts(inventory.roles().stream().map(RoleName::value).sorted().toList());
        inventory.people().values().stream()
                .sorted(Comparator.comparing(Person::name))
                .forEach(
                        person ->
                                canonical
                                        .text(person.name().value())
                                        .texts(sorted(person.roles()))
                                        .texts(sorted(person.delegations())));
    }

    private Optional<Node> policy(Node plan) {
        return Links.of(plan)
                .policy()
                .flatMap(path -> Paths.beside(planSource, path).toOptional())
                .flatMap(this::node);
    }

    private Optional<Node> node(String source) {
        return Optional.ofNullable(documents.get(source))
                .map(text -> YamlReader.read(source, text))
                .flatMap(Checked::toOptional);
    }

    private static Optional<Node> below(Node node, String... path) {
        Optional<Node> found = Optional.of(node);
        for (String key : path) {
            found =
                    found.flatMap(
                            at -> at instanceof Node.Mapping all ? all.get(key) : Optional.empty());
        }
        return found;
    }

    private static void add(Canonical canonical, Optional<Node> node) {
        node.ifPresentOrElse(canonical::node, () -> canonical.texts(List.of()));
    }

    private static List<String> sorted(Iterable<?> things) {
        List<String> texts = new ArrayList<>();
        things.forEach(
                thing ->
                        texts.add(
                                thing instanceof Person.Delegation(var to, var role, var until)
                                        ? to + " " + role + " " + until
                                        : thing.toString()));
        texts.sort(Comparator.naturalOrder());
        return texts;
    }
}
