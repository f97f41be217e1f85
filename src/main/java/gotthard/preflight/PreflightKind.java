package gotthard.preflight;

import gotthard.action.Access;
import gotthard.action.Kind;
import gotthard.action.Scope;
import gotthard.action.Work;
import gotthard.inventory.Endpoint;
import gotthard.inventory.Inventory;
import gotthard.inventory.Site;
import gotthard.inventory.SiteName;
import gotthard.inventory.Store;
import gotthard.problem.Checked;
import gotthard.shape.ByteSize;
import gotthard.shape.Shape;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The step `preflight`: all sites are fit for what follows.
public final class PreflightKind implements Kind<PreflightKind.Parameters> {
    /// What stands under `with`.
    ///
    /// @param sites without them, all that the plan's group names, and without a group, all there are
    public record Parameters(Optional<List<SiteName>> sites, Duration clockSkew, ByteSize space) {}

    private static final Shape<Parameters> SHAPE =
            Shape.object(
                    fields -> {
                        var sites =
                                fields.maybe(
                                        "sites",
                                        Shape.reference(Inventory.SITE, SiteName::new)
                                                .nonEmptyList(),
                                        "the sites to look at; if left out, all of the plan's group");
                        var clockSkew =
                                fields.optional(
                                        "clockSkew",
                                        Shape.duration(),
                                        Limits.USUAL.clockSkew(),
                                        "how far the clock of an endpoint may be off");
                        var space =
                                fields.optional(
                                        "space",
                                        Shape.byteSize(),
                                        Limits.USUAL.space(),
                                        "what must be free at each store that receives files");
                        return values ->
                                new Parameters(
                                        values.of(sites), values.of(clockSkew), values.of(space));
                    });

    @Override
    public String name() {
        return "preflight";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String summary() {
        return "Looks whether all sites are fit for what follows; changes nothing.";
    }

    @Override
    public Shape<Parameters> parameters() {
        return SHAPE;
    }

    @Override
    public Checked<Work> bind(Parameters with, Scope scope) {
        Set<SiteName> names =
                with.sites().<Set<SiteName>>map(TreeSet::new).orElseGet(() -> usual(scope));
        List<Examination.Subject> subjects =
                names.stream()
                        .flatMap(
                                name ->
                                        Optional.ofNullable(scope.inventory().sites().get(name))
                                                .stream())
                        .flatMap(site -> subjects(site, receives(site.name(), scope)).stream())
                        .toList();
        var limits = new Limits(with.clockSkew(), with.space(), Limits.USUAL.certificates());
        return Checked.valid(
                new Work.Change(new Preflight(subjects, () -> Examination.installed(limits))));
    }

    private static Set<SiteName> usual(Scope scope) {
        var names = new TreeSet<SiteName>();
        scope.group()
                .ifPresentOrElse(
                        group -> {
                            names.add(group.from());
                            group.targets().values().forEach(names::addAll);
                        },
                        () -> names.addAll(scope.inventory().sites().keySet()));
        return names;
    }

    private static boolean receives(SiteName site, Scope scope) {
        return scope.group()
                .map(
                        group ->
                                group.targets().values().stream()
                                        .anyMatch(targets -> targets.contains(site)))
                .orElse(true);
    }

    private static List<Examination.Subject> subjects(Site site, boolean receives) {
        return site.endpoints()
                .map(
                        endpoint ->
                                new Examination.Subject(
                                        endpoint, access(site, endpoint, receives), receives))
                .toList();
    }

    private static List<Access> access(Site site, Endpoint endpoint, boolean writes) {
        return site.stores().values().stream()
                .filter(Store.OnHost.class::isInstance)
                .map(Store.OnHost.class::cast)
                .filter(store -> store.endpoint().equals(endpoint.name()))
                .<Access>map(
                        store ->
                                new Access.Folder(
                                        store.endpoint(), store.path(), writes, Preflight.LOOKING))
                .toList();
    }
}
