package gotthard.kubernetes;

import gotthard.action.Kind;
import gotthard.action.Scope;
import gotthard.action.Work;
import gotthard.inventory.Inventory;
import gotthard.inventory.SiteName;
import gotthard.problem.Checked;
import gotthard.problem.Code;
import gotthard.problem.Problem;
import gotthard.problem.Quoted;
import gotthard.shape.Located;
import gotthard.shape.Shape;
import gotthard.yaml.Node;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The step kind `kubernetes.job`.
public final class KubernetesJobKind implements Kind<KubernetesJobKind.Parameters> {
    private static final Code NOT_A_JOB = new Code("manifest-not-a-job");
    private static final Code VANISHES = new Code("job-vanishes");
    private static final Code TOO_LONG = new Code("job-name-too-long");

    /// 63 characters less a hyphen and the brief key.
    private static final int LONGEST_NAME = 42;

    /// What a plan writes under `with:`.
    public record Parameters(
            Located<SiteName> to,
            Optional<String> namespace,
            Located<String> manifest,
            Duration patience) {}

    @Override
    public String name() {
        return "kubernetes.job";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String summary() {
        return "Runs a Kubernetes Job to its end and keeps its log.";
    }

    @Override
    public Shape<Parameters> parameters() {
        Shape<SiteName> site = Shape.reference(Inventory.SITE, SiteName::new);
        return Shape.object(
                fields -> {
                    var to =
                            fields.required("to", site.located(), "the site whose cluster runs it");
                    var namespace =
                            fields.maybe(
                                    "namespace",
                                    Shape.name(),
                                    "its namespace, if the manifest names none");
                    var manifest =
                            fields.required(
                                    "manifest",
                                    Shape.text().located(),
                                    "the file with the Job, relative to the plan");
                    var patience =
                            fields.optional(
                                    "wait",
                                    Shape.duration(),
                                    Duration.ofHours(1),
                                    "how long to wait until it has ended");
                    return values ->
                            new Parameters(
                                    values.of(to),
                                    values.of(namespace),
                                    values.of(manifest),
                                    values.of(patience));
                });
    }

    @Override
    public Checked<Work> bind(Parameters with, Scope scope) {
        return Clusters.of(List.of(with.to()), scope)
                .flatMap(
                        clusters ->
                                Manifests.read(List.of(with.manifest()), with.namespace(), scope)
                                        .flatMap(manifests -> only(with.manifest(), manifests))
                                        .map(
                                                job ->
                                                        new Work.Change(
                                                                new JobAction(
                                                                        clusters.getFirst(),
                                                                        job,
                                                                        with.patience()))));
    }

    private static Checked<Manifest> only(Located<String> file, List<Manifest> manifests) {
        if (manifests.size() != 1 || !manifests.getFirst().kind().equals("Job")) {
            return Checked.invalid(
                    Problem.error(
                                    NOT_A_JOB,
                                    file.place(),
                                    Quoted.of(file.value()) + " must hold one Job and nothing else")
                            .withAdvice(
                                    "apply other objects in a step of the kind kubernetes.apply"));
        }
        Manifest job = manifests.getFirst();
        if (job.name().length() > LONGEST_NAME) {
            return Checked.invalid(
                    Problem.error(
                                    TOO_LONG,
                                    job.place(),
                                    "the Job's name is longer than " + LONGEST_NAME + " characters")
                            .withAdvice("shorten it; the step's key is appended to it"));
        }
        if (job.source().get("spec").orElse(null) instanceof Node.Mapping spec
                && spec.get("ttlSecondsAfterFinished").isPresent()) {
            return Checked.invalid(
                    Problem.error(
                                    VANISHES,
                                    job.place(),
                                    "the Job deletes itself before it can be verified")
                            .withAdvice(
                                    "remove \"ttlSecondsAfterFinished\"; a rollback deletes it"));
        }
        return Checked.valid(job);
    }
}
