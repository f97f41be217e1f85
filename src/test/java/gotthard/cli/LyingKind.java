package gotthard.cli;

import gotthard.action.Kind;
import gotthard.action.Kinds;
import gotthard.action.Scope;
import gotthard.action.Work;
import gotthard.inventory.Endpoint;
import gotthard.inventory.SiteName;
import gotthard.problem.Checked;
import gotthard.secret.SecretRef;
import gotthard.shape.Shape;

import java.nio.file.Path;
import java.util.Objects;

/// A kind of step whose actions lie when they are applied, half applied or undone.
record LyingKind<W>(Kind<W> kind, Lie lie) implements Kind<W> {
    /// All kinds, of which `files.copy` lies.
    static Kinds all(Lie lie) {
        return new Kinds(
                Kinds.installed().all().stream()
                        .map(kind -> kind.name().equals("files.copy") ? of(kind, lie) : kind)
                        .toList());
    }

    private static <W> Kind<W> of(Kind<W> kind, Lie lie) {
        return new LyingKind<>(kind, lie);
    }

    @Override
    public String name() {
        return kind.name();
    }

    @Override
    public int version() {
        return kind.version();
    }

    @Override
    public String summary() {
        return kind.summary();
    }

    @Override
    public Shape<W> parameters() {
        return kind.parameters();
    }

    @Override
    public Checked<Work> bind(W with, Scope scope) {
        return kind.bind(with, scope).map(work -> lying(work, scope));
    }

    private Work lying(Work work, Scope scope) {
        return work instanceof Work.Change(var action, _)
                ? new Work.Change(new LyingAction(action, lie, elsewhere(scope)))
                : work;
    }

    /// Where a file of the cell would lie at a site of which the step does not speak.
    private static Path elsewhere(Scope scope) {
        var cell = scope.cells().getFirst();
        var site = new SiteName("zurich-2");
        var folder = scope.inventory().folder(site, cell.region(), cell.data()).orElseThrow();
        var hosts = Objects.requireNonNull(scope.inventory().sites().get(site)).endpoints();
        Path home =
                hosts.filter(endpoint -> endpoint.name().equals(folder.host()))
                        .map(LyingKind::folder)
                        .findFirst()
                        .orElseThrow();
        return home.resolve("root").resolve(folder.path().substring(1)).resolve("left-behind");
    }

    /// A host of a sandbox keeps the key that lets in beside its files.
    private static Path folder(Endpoint endpoint) {
        return endpoint instanceof Endpoint.Host host
                        && host.identity().orElse(null) instanceof SecretRef.File(var identity)
                ? Objects.requireNonNull(identity.getParent())
                : Path.of("");
    }
}
