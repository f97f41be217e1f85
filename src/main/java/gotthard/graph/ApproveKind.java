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
    private static final Code TOO_FEW = new Code("too-few-people");
    private static final Code NO_HEADING = new Code("missing-heading");

    /// What stands under `with`.
    public record Parameters(
            List<Located<RoleName>> oneOfEach,
            Optional<Located<Quorum>> quorum,
            boolean notAuthor,
            Duration validFor,
            Optional<Located<String>> runbook) {
        public Parameters {
            oneOfEach = List.copyOf(oneOfEach);
        }
    }

    /// A number of people, as written.
    public record Quorum(int people, List<Located<RoleName>> of) {
        public Quorum {
            of = List.copyOf(of);
        }
    }

    private static final Shape<Quorum> QUORUM =
            Shape.object(
                    fields -> {
                        var people =
                                fields.required(
                                        "people",
                                        Shape.integer(1, 99),
                                        "how many different people");
                        var of =
                                fields.required(
                                        "of",
                                        Shape.reference(Inventory.ROLE, RoleName::new)
                                                .located()
                                                .nonEmptyList(),
                                        "the roles of which each has one");
                        return values -> new Quorum(values.of(people), values.of(of));
                    });

    private static final Shape<Parameters> SHAPE =
            Shape.<Parameters>object(
                            fields -> {
                                var roles =
                                        fields.optional(
                                                "oneOfEach",
                                                Shape.reference(Inventory.ROLE, RoleName::new)
                                                        .located()
                                                        .nonEmptyList(),
                                                List.of(),
                                                "roles of which one person each must approve");
                                var quorum =
                                        fields.maybe(
                                                "quorum",
                                                QUORUM.located(),
                                                "so many people must approve; those of oneOfEach count with them");
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
                                                values.of(quorum),
                                                values.of(notAuthor),
                                                values.of(validFor),
                                                values.of(runbook));
                            })
                    .where(
                            with -> !with.oneOfEach().isEmpty() || with.quorum().isPresent(),
                            "nobody is asked; name roles under \"oneOfEach\", or a number of people under \"quorum\"");

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
        return "Waits until people have approved: one of each role, or a number of them.";
    }

    @Override
    public Shape<Parameters> parameters() {
        return SHAPE;
    }

    @Override
    public Checked<Work> bind(Parameters with, Scope scope) {
        var problems = new Problems();
        with.oneOfEach().forEach(role -> checkHeld(role, scope.inventory(), problems));
        with.quorum().ifPresent(quorum -> checkEnough(quorum, scope.inventory(), problems));
        Optional<String> runbook = with.runbook().flatMap(page -> problems.take(page(page, scope)));
        Optional<Work.Quorum> quorum =
                with.quorum()
                        .map(Located::value)
                        .map(wanted -> new Work.Quorum(wanted.people(), names(wanted.of())));
        return problems.checked(
                new Work.Approval(
                        names(with.oneOfEach()),
                        quorum,
                        with.notAuthor(),
                        with.validFor(),
                        runbook));
    }

    private static Set<RoleName> names(List<Located<RoleName>> roles) {
        return roles.stream().map(Located::value).collect(Collectors.toSet());
    }

    private static void checkEnough(
            Located<Quorum> quorum, Inventory inventory, Problems problems) {
        Set<RoleName> roles = names(quorum.value().of());
        long people =
                inventory.people().values().stream()
                        .filter(person -> person.roles().stream().anyMatch(roles::contains))
                        .count();
        if (people < quorum.value().people()) {
            problems.add(
                    Problem.error(
                                    TOO_FEW,
                                    quorum.place(),
                                    "%d people are asked for, and only %d of the inventory %s have one of these roles"
                                            .formatted(
                                                    quorum.value().people(),
                                                    people,
                                                    Quoted.of(inventory.name())))
                            .withAdvice(
                                    "ask for fewer, or give one of the roles to more under \"people:\""));
        }
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
