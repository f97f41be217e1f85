package gotthard.inventory;

import gotthard.problem.Code;
import gotthard.problem.Place;
import gotthard.problem.Problem;
import gotthard.problem.Problems;
import gotthard.problem.Quoted;
import gotthard.problem.Suggestion;
import gotthard.secret.SecretRef;
import gotthard.shape.Located;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// Makes sites of what was written: every endpoint named once and complete, every store on a host that is there.
final class SiteResolution {
    private static final Code DUPLICATE = new Code("duplicate-endpoint");
    private static final Code INCOMPLETE = new Code("incomplete-endpoint");

    private final Path source;
    private final boolean isSandbox;
    private final Problems problems;

    SiteResolution(Path source, boolean isSandbox, Problems problems) {
        this.source = source;
        this.isSandbox = isSandbox;
        this.problems = problems;
    }

    Site site(Located<SiteName> name, Written.Site written) {
        refuseDuplicates(name.value(), written);
        return new Site(
                name.value(),
                written.country(),
                written.cluster().map(cluster -> cluster(name.value(), cluster)),
                hosts(name.value(), written),
                new StoreResolution(name.value(), written, problems).stores(),
                objects(name.value(), written),
                written.movers(),
                web(name.value(), written),
                written.metrics().map(it -> MetricsShapes.metrics(name.value(), it.value())));
    }

    /// `did you mean "b"?`, or what there is to choose from.
    static Optional<String> advice(String name, Collection<String> known, String called) {
        return Suggestion.didYouMean(name, known)
                .or(
                        () ->
                                Optional.of(
                                        known.isEmpty()
                                                ? "the site has none; declare it first"
                                                : called
                                                        + " are "
                                                        + String.join(", ", new TreeSet<>(known))));
    }

    private void refuseDuplicates(SiteName site, Written.Site written) {
        var names = new ArrayList<Located<String>>();
        written.cluster()
                .ifPresent(
                        cluster -> names.add(new Located<>(EndpointName.CLUSTER, cluster.place())));
        written.hosts().values().forEach(group -> group.forEach(host -> names.add(host.name())));
        names.addAll(written.objects().keySet());
        names.addAll(written.web().keySet());
        written.metrics()
                .ifPresent(it -> names.add(new Located<>(EndpointName.METRICS, it.place())));
        var first = new HashMap<String, Place>();
        for (Located<String> name : names) {
            Place earlier = first.putIfAbsent(name.value(), name.place());
            if (earlier != null) {
                problems.add(
                        Problem.error(
                                        DUPLICATE,
                                        name.place(),
                                        "the site "
                                                + Quoted.of(site.value())
                                                + " has already something named "
                                                + Quoted.of(name.value())
                                                + ", in line "
                                                + earlier.line())
                                .withAdvice(
                                        "give each host, S3 server and web endpoint of a site a name of its own"));
            }
        }
    }

    private Endpoint.Cluster cluster(SiteName site, Located<Written.Cluster> written) {
        String context =
                wanted(
                        written.value().context(),
                        site.value(),
                        new Wanted("cluster", "context", written.place()));
        return new Endpoint.Cluster(
                EndpointName.cluster(site), context, written.value().kubeconfig().map(this::path));
    }

    private Map<HostGroupName, HostGroup> hosts(SiteName site, Written.Site written) {
        var groups = new LinkedHashMap<HostGroupName, HostGroup>();
        written.hosts()
                .forEach(
                        (name, hosts) ->
                                groups.put(
                                        name,
                                        new HostGroup(
                                                name,
                                                hosts.stream()
                                                        .map(host -> host(site, host))
                                                        .toList())));
        return groups;
    }

    private Endpoint.Host host(SiteName site, Written.Host host) {
        Place place = host.name().place();
        String thing = "host " + Quoted.of(host.name().value());
        return new Endpoint.Host(
                new EndpointName(site, host.name().value()),
                wanted(host.address(), "127.0.0.1", new Wanted(thing, "address", place)),
                host.port(),
                wanted(host.user(), "gotthard", new Wanted(thing, "user", place)),
                keys(
                        wanted(
                                host.hostKeys(),
                                new Written.Keys.Pinned(List.of()),
                                new Wanted(thing, "hostKeys", place))),
                host.identity().map(this::secret));
    }

    private Endpoint.HostKeys keys(Written.Keys written) {
        return switch (written) {
            case Written.Keys.Pinned(var keys) -> new Endpoint.HostKeys.Pinned(keys);
            case Written.Keys.KnownHosts(var file) -> new Endpoint.HostKeys.KnownHosts(path(file));
        };
    }

    private SecretRef secret(SecretRef written) {
        return switch (written) {
            case SecretRef.Env env -> env;
            case SecretRef.File(var file) -> new SecretRef.File(path(file.toString()));
            case SecretRef.Exec exec -> exec;
        };
    }

    private List<Endpoint.Objects> objects(SiteName site, Written.Site written) {
        return written.objects().entrySet().stream()
                .map(entry -> objects(site, entry.getKey(), entry.getValue()))
                .toList();
    }

    private Endpoint.Objects objects(SiteName site, Located<String> name, Written.Objects written) {
        URI url =
                wanted(
                        written.url(),
                        URI.create("http://sandbox.invalid/" + site + "/" + name.value()),
                        new Wanted("S3 server " + Quoted.of(name.value()), "url", name.place()));
        return new Endpoint.Objects(
                new EndpointName(site, name.value()),
                url,
                written.region(),
                written.accessKey().map(this::secret),
                written.secretKey().map(this::secret));
    }

    private List<Endpoint.Web> web(SiteName site, Written.Site written) {
        return written.web().entrySet().stream()
                .map(
                        entry -> {
                            String name = entry.getKey().value();
                            URI url =
                                    wanted(
                                            entry.getValue().value().url(),
                                            URI.create(
                                                    "http://sandbox.invalid/" + site + "/" + name),
                                            new Wanted(
                                                    "web endpoint " + Quoted.of(name),
                                                    "url",
                                                    entry.getKey().place()));
                            return new Endpoint.Web(new EndpointName(site, name), url);
                        })
                .toList();
    }

    /// Something that may be left out in a sandbox only.
    private record Wanted(String of, String key, Place place) {}

    private <T> T wanted(Optional<? extends T> found, T inSandbox, Wanted wanted) {
        if (found.isPresent()) {
            return found.get();
        }
        if (!isSandbox) {
            problems.add(
                    Problem.error(
                                    INCOMPLETE,
                                    wanted.place(),
                                    "the "
                                            + wanted.of()
                                            + " lacks the key "
                                            + Quoted.of(wanted.key()))
                            .withAdvice("only the sites of a sandbox go without"));
        }
        return inSandbox;
    }

    /// A relative path starts at the inventory's folder, and `~/` at the user's home.
    private Path path(String written) {
        return written.startsWith("~/")
                ? Path.of(System.getProperty("user.home"), written.substring(2))
                : source.resolveSibling(written);
    }
}
