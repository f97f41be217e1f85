package gotthard.ssh;

import gotthard.action.Kind;
import gotthard.action.Scope;
import gotthard.action.Work;
import gotthard.inventory.HostGroup;
import gotthard.inventory.HostGroupName;
import gotthard.inventory.Inventory;
import gotthard.inventory.Site;
import gotthard.inventory.SiteName;
import gotthard.problem.Checked;
import gotthard.problem.Code;
import gotthard.problem.Problem;
import gotthard.problem.Suggestion;
import gotthard.shape.Shape;

import java.util.List;
import java.util.Optional;

/// `ssh.run`: a command on the hosts of a group, in waves.
public final class RunKind implements Kind<RunKind.With> {
    private static final Code UNKNOWN_GROUP = new Code("unknown-host-group");
    private static final int MOST_FAILURES = 10_000;

    /// The parameters.
    ///
    /// @param check empty when there is none
    /// @param undo empty when there is none
    public record With(
            SiteName at,
            HostGroupName hosts,
            Wave wave,
            int failures,
            List<String> run,
            List<String> check,
            List<String> undo) {
        public With {
            run = List.copyOf(run);
            check = List.copyOf(check);
            undo = List.copyOf(undo);
        }
    }

    /// Needs nothing; found by `ServiceLoader`.
    public RunKind() {}

    @Override
    public String name() {
        return "ssh.run";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String summary() {
        return "Runs a command on the hosts of a group, in waves, with its check and its undo";
    }

    @Override
    public Shape<With> parameters() {
        return Shape.object(
                fields -> {
                    var at =
                            fields.required(
                                    "at",
                                    Shape.reference(Inventory.SITE, SiteName::new),
                                    "the site of the hosts");
                    var hosts =
                            fields.required(
                                    "hosts",
                                    Shape.name().map(HostGroupName::new),
                                    "the group of hosts");
                    var wave =
                            fields.optional(
                                    "wave",
                                    Wave.SHAPE,
                                    Wave.ONE,
                                    "how many hosts at a time, as a number or a percentage of the group");
                    var failures =
                            fields.optional(
                                    "failures",
                                    Shape.integer(0, MOST_FAILURES),
                                    0,
                                    "how many hosts may fail before no further wave starts");
                    var run =
                            fields.required(
                                    "run", words(), "the command, word by word; no shell reads it");
                    var check =
                            fields.optional(
                                    "check",
                                    words(),
                                    List.of(),
                                    "a command that ends with 0 where a host is right already, and changes nothing");
                    var undo =
                            fields.optional(
                                    "undo",
                                    words(),
                                    List.of(),
                                    "the command that undoes it; without one the step is a point of no return");
                    return values ->
                            new With(
                                    values.of(at),
                                    values.of(hosts),
                                    values.of(wave),
                                    values.of(failures),
                                    values.of(run),
                                    values.of(check),
                                    values.of(undo));
                });
    }

    @Override
    public Checked<Work> bind(With with, Scope scope) {
        Optional<Site> site = Optional.ofNullable(scope.inventory().sites().get(with.at()));
        Optional<HostGroup> group = site.map(known -> known.hosts().get(with.hosts()));
        if (group.isEmpty()) {
            List<String> known =
                    site.map(
                                    one ->
                                            one.hosts().keySet().stream()
                                                    .map(HostGroupName::value)
                                                    .sorted()
                                                    .toList())
                            .orElse(List.of());
            return Checked.invalid(
                    Problem.error(
                                    UNKNOWN_GROUP,
                                    scope.place(),
                                    "%s has no host group \"%s\""
                                            .formatted(with.at(), with.hosts()))
                            .withAdvice(
                                    Suggestion.didYouMean(with.hosts().value(), known)
                                            .orElse(
                                                    known.isEmpty()
                                                            ? "add it under \"hosts\" of %s in the inventory"
                                                                    .formatted(with.at())
                                                            : "declared: "
                                                                    + String.join(", ", known))));
        }
        return Checked.valid(new Work.Change(new RunAction(with, group.get())));
    }

    private static Shape<List<String>> words() {
        return Shape.text().nonEmptyList();
    }
}
