package gotthard.graph;

import gotthard.action.Kind;
import gotthard.action.Scope;
import gotthard.action.Work;
import gotthard.inventory.Inventory;
import gotthard.inventory.RoleName;
import gotthard.problem.Checked;
import gotthard.problem.Code;
import gotthard.problem.Problem;
import gotthard.problem.Problems;
import gotthard.problem.Quoted;
import gotthard.shape.Located;
import gotthard.shape.Shape;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The step `approve`: waits for people.
public final class ApproveKind implements Kind<ApproveKind.Parameters> {
    private static final Code NOBODY = new Code("nobody-in-role");
    private static final Code NO_HEADING = new Code("missing-heading");

    /// What stands under `with`.
    public record Parameters(
            List<Located<RoleName>> oneOfEach,
            boolean notAuthor,
            Duration validFor,
            Optional<Located<String>> runbook) {
        public Parameters {
            oneOfEach = List.copyOf(oneOfEach);
        }
    }

    private static final Shape<Parameters> SHAPE =
            Shape.object(
                    fields -> {
                        var roles =
                                fields.required(
                                        "oneOfEach",
                                        Shape.reference(Inventory.ROLE, RoleName::new)
                                                .located()
                                                .nonEmptyList(),
                                        "roles of which one person each must approve");
                        var notAuthor =
                                fields.optional(
                                        "notAuthor",
                                        Shape.bool(),
                                        true,
                                        "whether the author of the plan may not approve it");
                        var validFor =
                                fields.optional(
                                        "validFor",
                                        Shape.duration(),
                                        Duration.ofDays(7),
                                        "how long an approval counts");
                        var runbook =
                                fields.maybe(
                                        "runbook",
                                        Shape.text().located(),
                                        "the page to read before, with #heading; a path that starts at the plan's folder");
                        return values ->
                                new Parameters(
                                        values.of(roles),
                                        values.of(notAuthor),
                                        values.of(validFor),
                                        values.of(runbook));
                    });

    @Override
    public String name() {
        return "approve";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String summary() {
        return "Waits until one person of each role has approved.";
    }

    @Override
    public Shape<Parameters> parameters() {
        return SHAPE;
    }

    @Override
    public Checked<Work> bind(Parameters with, Scope scope) {
        var problems = new Problems();
        with.oneOfEach().forEach(role -> checkHeld(role, scope.inventory(), problems));
        Optional<String> runbook = with.runbook().flatMap(page -> problems.take(page(page, scope)));
        Set<RoleName> roles =
                with.oneOfEach().stream().map(Located::value).collect(Collectors.toSet());
        return problems.checked(
                new Work.Approval(roles, with.notAuthor(), with.validFor(), runbook));
    }

    private static void checkHeld(Located<RoleName> role, Inventory inventory, Problems problems) {
        boolean isHeld =
                inventory.people().values().stream()
                        .anyMatch(person -> person.roles().contains(role.value()));
        if (!isHeld) {
            problems.add(
                    Problem.error(
                                    NOBODY,
                                    role.place(),
                                    "nobody in the inventory "
                                            + Quoted.of(inventory.name())
                                            + " has the role "
                                            + Quoted.of(role.value().value())
                                            + ", so nobody could approve")
                            .withAdvice("give the role to somebody under \"people:\""));
        }
    }

    /// The page's name with its heading, when both are there.
    private static Checked<String> page(Located<String> written, Scope scope) {
        String[] parts = written.value().split("#", 2);
        return scope.sources()
                .read(parts[0], written.place())
                .flatMap(
                        source -> {
                            if (parts.length == 1) {
                                return Checked.valid(source.name());
                            }
                            List<String> anchors =
                                    source.text()
                                            .lines()
                                            .filter(line -> line.startsWith("#"))
                                            .map(ApproveKind::anchor)
                                            .toList();
                            return anchors.contains(parts[1])
                                    ? Checked.valid(source.name() + "#" + parts[1])
                                    : Checked.invalid(
                                            Problem.error(
                                                            NO_HEADING,
                                                            written.place(),
                                                            Quoted.of(source.name())
                                                                    + " has no heading for "
                                                                    + Quoted.of("#" + parts[1]))
                                                    .withAdvice(
                                                            "its headings are "
                                                                    + anchors.stream()
                                                                            .map(
                                                                                    anchor ->
                                                                                            "#"
                                                                                                    + anchor)
                                                                            .collect(
                                                                                    Collectors
                                                                                            .joining(
                                                                                                    ", "))));
                        });
    }

    /// As readers of Markdown make anchors: lower case, spaces as hyphens, no punctuation.
    private static String anchor(String heading) {
        return heading.replaceFirst("^#+\\s*", "")
                .strip()
                .toLowerCase(java.util.Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }
}
