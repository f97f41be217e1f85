package gotthard.preflight;

import gotthard.action.Access;
import gotthard.action.Kind;
import gotthard.action.Scope;
import gotthard.action.Work;
import gotthard.files.MoverOptions;
import gotthard.inventory.Endpoint;
import gotthard.inventory.Inventory;
import gotthard.inventory.Site;
import gotthard.inventory.SiteName;
import gotthard.inventory.Store;
import gotthard.problem.Checked;
import gotthard.problem.Code;
import gotthard.problem.Problem;
import gotthard.shape.ByteSize;
import gotthard.shape.Percent;
import gotthard.shape.Rate;
import gotthard.shape.Shape;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The step `preflight`: all sites are fit for what follows.
public final class PreflightKind implements Kind<PreflightKind.Parameters> {
    /// What stands under `with`.
    ///
    /// @param sites without them, all that the plan's group names, and without a group, all there are
    /// @param terms that the cells of the plan's group must fit; not looked at without them
    /// @param versions what of objects is to be brought
    /// @param probe how long scanners are given to take away a file like those that they quarantine; none is made without it
    /// @param movers as who those run that look at volumes
    public record Parameters(
            Optional<List<SiteName>> sites,
            Duration clockSkew,
            ByteSize space,
            Optional<Terms> terms,
            Optional<Duration> probe,
            Versions versions,
            MoverOptions movers) {}

    /// What is to be brought of objects of a bucket that keeps versions.
    public enum Versions {
        /// What is current.
        CURRENT,
        /// All versions, so that buckets that receive them must keep versions.
        ALL
    }

    private static final Code NO_GROUP = new Code("no-group");
    private static final Percent HEADROOM = Percent.of(10);
    private static final Duration GROWTH = Duration.ofDays(14);

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
                        var headroom =
                                fields.maybe(
                                        "headroom",
                                        Shape.percent(),
                                        "what must be free beside what is to arrive, as a share of it; the group's cells are counted");
                        var growth =
                                fields.maybe(
                                        "growthOver",
                                        Shape.duration()
                                                .where(
                                                        over -> over.toDays() > 0,
                                                        "growth is measured over days; write a whole number of them, such as 14d"),
                                        "over which days growth is measured; as much again must fit");
                        var rate =
                                fields.maybe(
                                        "rate",
                                        Shape.rate(),
                                        "how fast the source may be read; what grows faster never arrives");
                        var probe =
                                fields.maybe(
                                        "probe",
                                        Shape.duration(),
                                        "for how long a file like those that scanners quarantine must stay; none is made without it");
                        var versions =
                                fields.optional(
                                        "versions",
                                        Shape.enumeration(Versions.class),
                                        Versions.CURRENT,
                                        "what is to be brought of objects; with all, buckets that receive them must keep versions");
                        var movers =
                                fields.optional(
                                        "movers",
                                        Shape.object(MoverOptions::asWho),
                                        MoverOptions.STANDARD,
                                        "as whom movers look at volumes; as those of the steps that copy");
                        return values ->
                                new Parameters(
                                        values.of(sites),
                                        values.of(clockSkew),
                                        values.of(space),
                                        terms(
                                                values.of(headroom),
                                                values.of(growth),
                                                values.of(rate),
                                                values.of(versions)),
                                        values.of(probe),
                                        values.of(versions),
                                        values.of(movers));
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
        if (scope.group().isEmpty() && asksForCargoes(with)) {
            return new Checked.Invalid<>(
                    List.of(
                            Problem.error(
                                            NO_GROUP,
                                            scope.place(),
                                            "preflight does not know what is to be brought where")
                                    .withAdvice(
                                            "give the plan a group, or leave out \"headroom\", \"growthOver\", \"rate\", \"probe\" and \"versions\"")));
        }
        var limits = new Limits(with.clockSkew(), with.space(), Limits.USUAL.certificates());
        var inquiry =
                new Inquiry(with, limits, new Cargoes(scope.inventory(), with.movers()).of(scope));
        return Checked.valid(
                new Work.Change(
                        new Preflight(
                                subjects,
                                inquiry.further(),
                                inquiry.volumes(),
                                () -> Examination.installed(limits))));
    }

    private static boolean asksForCargoes(Parameters with) {
        return with.terms().isPresent()
                || with.probe().isPresent()
                || with.versions() == Versions.ALL;
    }

    private static Optional<Terms> terms(
            Optional<Percent> headroom,
            Optional<Duration> growth,
            Optional<Rate> rate,
            Versions versions) {
        return headroom.isEmpty() && growth.isEmpty() && rate.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Terms(
                                headroom.orElse(HEADROOM),
                                growth.orElse(GROWTH),
                                rate,
                                versions == Versions.ALL));
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
                .filter(store -> store.endpoint().equals(endpoint.name()))
                .flatMap(store -> access(store, writes))
                .toList();
    }

    private static Stream<Access> access(Store store, boolean writes) {
        return switch (store) {
            case Store.OnHost(_, var host, var path) ->
                    Stream.of(new Access.Folder(host, path, writes, Preflight.LOOKING));
            case Store.InBucket(_, var server, var bucket) ->
                    Stream.of("s3:ListBucket", "s3:GetBucketVersioning")
                            .map(
                                    action ->
                                            new Access.Objects(
                                                    server, action, bucket, Preflight.LOOKING));
            case Store.OnVolume _ -> Stream.empty();
        };
    }
}
