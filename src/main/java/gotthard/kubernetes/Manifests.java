package gotthard.kubernetes;

import gotthard.action.Scope;
import gotthard.problem.Checked;
import gotthard.problem.Code;
import gotthard.problem.Place;
import gotthard.problem.Problem;
import gotthard.problem.Problems;
import gotthard.problem.Quoted;
import gotthard.shape.Located;
import gotthard.yaml.Entry;
import gotthard.yaml.Node;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the manifests that a step names, and finds what an API server would refuse, where it stands.
final class Manifests {
    private static final Code MISSING = new Code("manifest-missing-key");
    private static final Code NOT_AN_OBJECT = new Code("manifest-not-an-object");
    private static final Code NAMESPACE = new Code("manifest-namespace");
    private static final Code TWICE = new Code("manifest-twice");
    private static final Code AMBIGUOUS = new Code("manifest-ambiguous-scalar");
    private static final Code SECRET = new Code("manifest-readable-secret");
    private static final Code EMPTY = new Code("manifest-empty");

    private static final String NAME_ADVICE = "every object needs a name of its own";

    private final Problems problems = new Problems();
    private final List<Manifest> found = new ArrayList<>();
    private final Map<String, Place> places = new HashMap<>();
    private final Optional<String> namespace;

    private Manifests(Optional<String> namespace) {
        this.namespace = namespace;
    }

    /// All objects of all files, or all problems.
    ///
    /// @param namespace for objects that name none
    static Checked<List<Manifest>> read(
            List<Located<String>> files, Optional<String> namespace, Scope scope) {
        var manifests = new Manifests(namespace);
        for (Located<String> file : files) {
            manifests
                    .problems
                    .take(scope.sources().read(file.value(), file.place()))
                    .flatMap(source -> manifests.problems.take(scope.sources().documents(source)))
                    .ifPresent(documents -> manifests.addAll(file, documents));
        }
        return manifests.problems.checked(List.copyOf(manifests.found));
    }

    private void addAll(Located<String> file, List<Node> documents) {
        if (documents.isEmpty()) {
            problems.add(
                    Problem.error(EMPTY, file.place(), Quoted.of(file.value()) + " holds no object")
                            .withAdvice("write one, or leave the file out"));
        }
        documents.forEach(this::add);
    }

    private void add(Node document) {
        if (!(document instanceof Node.Mapping mapping)) {
            problems.add(
                    Problem.error(
                                    NOT_AN_OBJECT,
                                    document.place(),
                                    "a Kubernetes object is a mapping")
                            .withAdvice("start it with \"apiVersion:\" and \"kind:\""));
            return;
        }
        refuseAmbiguous(mapping);
        Optional<String> apiVersion =
                text(mapping, "apiVersion", "apiVersion", "for example \"apiVersion: v1\"");
        Optional<String> kind = text(mapping, "kind", "kind", "for example \"kind: ConfigMap\"");
        Optional<String> name =
                inside(mapping, "metadata")
                        .map(metadata -> text(metadata, "name", "metadata.name", NAME_ADVICE))
                        .orElseGet(() -> missing(mapping.place(), "metadata.name", NAME_ADVICE));
        if (apiVersion.isPresent() && kind.isPresent() && name.isPresent()) {
            place(mapping, apiVersion.get(), kind.get(), name.get());
        }
    }

    private void place(Node.Mapping mapping, String apiVersion, String kind, String name) {
        Optional<Node.Scalar> own =
                inside(mapping, "metadata")
                        .flatMap(metadata -> metadata.get("namespace"))
                        .filter(Node.Scalar.class::isInstance)
                        .map(Node.Scalar.class::cast);
        boolean isNamespaced =
                ResourceType.builtIn(apiVersion, kind)
                        .map(ResourceType::isNamespaced)
                        .orElse(own.isPresent() || namespace.isPresent());
        String chosen =
                isNamespaced ? own.map(Node.Scalar::text).or(() -> namespace).orElse("") : "";
        checkNamespace(mapping, kind + " " + name, isNamespaced, own);
        var manifest = new Manifest(apiVersion, kind, chosen, name, mapping, mapping.place());
        Place earlier = places.putIfAbsent(manifest.thing(), mapping.place());
        if (earlier != null) {
            problems.add(
                    Problem.error(
                                    TWICE,
                                    mapping.place(),
                                    manifest.thing() + " is also written at " + earlier)
                            .withAdvice("keep one of them"));
        }
        if (kind.equals("Secret")
                && (mapping.get("data").isPresent() || mapping.get("stringData").isPresent())) {
            problems.add(
                    Problem.warning(
                                    SECRET,
                                    mapping.place().unshown(),
                                    "the content of "
                                            + manifest.thing()
                                            + " stands readable in the plan")
                            .withAdvice("create it at the site, and leave it out here"));
        }
        ClearText.meet(manifest);
        found.add(manifest);
    }

    private void checkNamespace(
            Node.Mapping mapping, String what, boolean isNamespaced, Optional<Node.Scalar> own) {
        if (!isNamespaced && own.isPresent()) {
            problems.add(
                    Problem.error(NAMESPACE, own.get().place(), what + " belongs to no namespace")
                            .withAdvice("remove \"namespace:\""));
            return;
        }
        if (isNamespaced && own.isEmpty() && namespace.isEmpty()) {
            problems.add(
                    Problem.error(NAMESPACE, mapping.place(), what + " has no namespace")
                            .withAdvice(
                                    "write \"metadata.namespace\", or give the step a \"namespace\""));
            return;
        }
        if (isNamespaced
                && own.isPresent()
                && namespace.isPresent()
                && !own.get().text().equals(namespace.get())) {
            problems.add(
                    Problem.error(
                                    NAMESPACE,
                                    own.get().place(),
                                    "%s is in namespace %s, but the step says %s"
                                            .formatted(
                                                    what,
                                                    Quoted.of(own.get().text()),
                                                    Quoted.of(namespace.get())))
                            .withAdvice("make them one"));
        }
    }

    private static Optional<Node.Mapping> inside(Node.Mapping mapping, String key) {
        return mapping.get(key)
                .filter(Node.Mapping.class::isInstance)
                .map(Node.Mapping.class::cast);
    }

    private Optional<String> text(Node.Mapping mapping, String key, String shown, String advice) {
        if (mapping.get(key).orElse(null) instanceof Node.Scalar scalar
                && !scalar.isNull()
                && !scalar.text().isBlank()) {
            return Optional.of(scalar.text());
        }
        return missing(mapping.place(), shown, advice);
    }

    private Optional<String> missing(Place place, String shown, String advice) {
        problems.add(
                Problem.error(MISSING, place, "this object has no \"" + shown + "\"")
                        .withAdvice(advice));
        return Optional.empty();
    }

    private void refuseAmbiguous(Node node) {
        switch (node) {
            case Node.Mapping(var entries, _) ->
                    entries.stream().map(Entry::value).forEach(this::refuseAmbiguous);
            case Node.Sequence(var items, _) -> items.forEach(this::refuseAmbiguous);
            case Node.Scalar scalar -> {
                if (Scalars.isAmbiguous(scalar)) {
                    problems.add(
                            Problem.error(
                                            AMBIGUOUS,
                                            scalar.place(),
                                            Quoted.of(scalar.text())
                                                    + " is a truth value for some readers of YAML and a text for others")
                                    .withAdvice("write it in quotes, or as true or false"));
                }
            }
        }
    }
}
