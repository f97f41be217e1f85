package gotthard.cli;

import gotthard.problem.Suggestion;

import java.util.List;
import java.util.Optional;

/// All verbs, in the order in which a newcomer meets them.
final class Verbs {
    static final List<Verb> ALL =
            List.of(
                    new Verb(
                            "validate",
                            "check plans, programmes, policies and inventories, offline",
                            ValidateTask::new),
                    new Verb(
                            "schema",
                            "print JSON Schemas, or the reference of all documents",
                            SchemaTask::new));

    private Verbs() {}

    static Optional<Verb> named(String name) {
        return ALL.stream().filter(verb -> verb.name().equals(name)).findFirst();
    }

    static Optional<String> didYouMean(String name) {
        return Suggestion.didYouMean(name, ALL.stream().map(Verb::name).toList());
    }
}
