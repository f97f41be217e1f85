package gotthard.access;

import gotthard.action.Access;
import gotthard.action.Access.Phase;
import gotthard.action.Work;
import gotthard.graph.Graph;
import gotthard.graph.Step;
import gotthard.graph.StepId;
import gotthard.inventory.EndpointName;
import gotthard.inventory.SiteName;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// All rights that steps of a plan need, each once, sorted by place and words.
public record Needs(List<Need> all) {
    private static final Comparator<Need> ORDER =
            Comparator.comparing((Need need) -> need.access().where())
                    .thenComparing(need -> need.access().getClass().getSimpleName())
                    .thenComparing(need -> need.access().toString());

    public Needs {
        all = List.copyOf(all);
    }

    /// The rights of some steps.
    ///
    /// @param phases only what one of these needs
    public static Needs of(Graph graph, Set<StepId> steps, Set<Phase> phases) {
        var found = new TreeMap<String, Need>();
        for (Step step : graph.steps()) {
            if (steps.contains(step.id())) {
                declared(step)
                        .filter(access -> access.phases().stream().anyMatch(phases::contains))
                        .forEach(access -> add(found, access, step.id()));
            }
        }
        return new Needs(withoutImplied(found.values()).sorted(ORDER).toList());
    }

    /// The rights of all steps.
    public static Needs of(Graph graph, Set<Phase> phases) {
        var steps = new HashSet<StepId>();
        graph.steps().forEach(step -> steps.add(step.id()));
        return of(graph, steps, phases);
    }

    /// Those at one site.
    public Needs at(SiteName site) {
        return new Needs(
                all.stream().filter(need -> need.access().where().site().equals(site)).toList());
    }

    /// The sites at which something is needed.
    public List<SiteName> sites() {
        return all.stream().map(need -> need.access().where().site()).distinct().sorted().toList();
    }

    /// The rights at one endpoint.
    public List<Access> at(EndpointName where) {
        return all.stream().map(Need::access).filter(one -> one.where().equals(where)).toList();
    }

    /// The steps that need a right.
    public Set<StepId> stepsFor(Access access) {
        return all.stream()
                .filter(need -> isPartOf(access, need.access()))
                .findFirst()
                .<Set<StepId>>map(Need::steps)
                .orElse(Set.of());
    }

    /// The rights that a step itself says that it needs.
    static Stream<Access> declared(Step step) {
        return switch (step.work()) {
            case Work.Approval _ -> Stream.empty();
            case Work.Change(_, var declaration) -> declaration.access().stream();
        };
    }

    /// What makes a namespace is asked for verb by verb.
    private static boolean isPartOf(Access asked, Access needed) {
        if (asked instanceof Access.Kubernetes right
                && needed instanceof Access.Namespace namespace) {
            return right.where().equals(namespace.where())
                    && (right.namespace().equals(namespace.name())
                            || right.name().equals(Optional.of(namespace.name())));
        }
        return asked.where().equals(needed.where()) && asked.toString().equals(needed.toString());
    }

    /// Two steps that need the same at different times need it at both.
    private static void add(Map<String, Need> found, Access access, StepId step) {
        String key = access.where() + " " + access.getClass().getSimpleName() + " " + access;
        Need earlier = found.get(key);
        var steps = new TreeSet<StepId>(List.of(step));
        var phases = new HashSet<>(access.phases());
        if (earlier != null) {
            steps.addAll(earlier.steps());
            phases.addAll(earlier.access().phases());
        }
        found.put(key, new Need(during(access, phases), steps));
    }

    private static Access during(Access access, Set<Phase> phases) {
        return switch (access) {
            case Access.Kubernetes(
                            var where,
                            var group,
                            var resource,
                            var namespace,
                            var name,
                            var verb,
                            var _) ->
                    new Access.Kubernetes(where, group, resource, namespace, name, verb, phases);
            case Access.Namespace(var where, var name, var _) ->
                    new Access.Namespace(where, name, phases);
            case Access.Folder(var where, var path, var writes, var _) ->
                    new Access.Folder(where, path, writes, phases);
            case Access.Program(var where, var oneOf, var _) ->
                    new Access.Program(where, oneOf, phases);
            case Access.Objects(var where, var action, var resource, var _) ->
                    new Access.Objects(where, action, resource, phases);
            case Access.Http(var where, var path, var _) -> new Access.Http(where, path, phases);
        };
    }

    /// Who may write a folder may read it, and who may do something to all objects may do it to each.
    private static Stream<Need> withoutImplied(Collection<Need> needs) {
        var list = new ArrayList<>(needs);
        Predicate<Need> implied =
                need -> list.stream().anyMatch(other -> implies(other.access(), need.access()));
        return list.stream().filter(implied.negate());
    }

    private static boolean implies(Access wide, Access narrow) {
        if (wide instanceof Access.Folder written && narrow instanceof Access.Folder read) {
            return written.writes()
                    && !read.writes()
                    && written.where().equals(read.where())
                    && written.path().equals(read.path());
        }
        return wide instanceof Access.Kubernetes any
                && narrow instanceof Access.Kubernetes one
                && any.name().isEmpty()
                && one.name().isPresent()
                && any.where().equals(one.where())
                && any.group().equals(one.group())
                && any.resource().equals(one.resource())
                && any.namespace().equals(one.namespace())
                && any.verb().equals(one.verb());
    }
}
