package gotthard.inventory;

import gotthard.problem.Code;
import gotthard.problem.Problem;
import gotthard.problem.Problems;
import gotthard.problem.Quoted;
import gotthard.shape.Located;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Makes stores of what was written: each on a host, in the cluster or on a server that its site has.
final class StoreResolution {
    private static final Code UNKNOWN_HOST = new Code("unknown-host");
    private static final Code UNKNOWN_SERVER = new Code("unknown-server");
    private static final Code NO_CLUSTER = new Code("no-cluster");

    private final SiteName site;
    private final Written.Site written;
    private final Problems problems;

    StoreResolution(SiteName site, Written.Site written, Problems problems) {
        this.site = site;
        this.written = written;
        this.problems = problems;
    }

    Map<StoreName, Store> stores() {
        var stores = new LinkedHashMap<StoreName, Store>();
        written.stores().forEach((name, store) -> stores.put(name, store(name, store)));
        return stores;
    }

    /// Which of the three it is was checked by its shape.
    private Store store(StoreName name, WrittenStore store) {
        if (store.host().isPresent()) {
            Located<String> host = store.host().get();
            check(name, host, hosts(), HOSTS);
            return new Store.OnHost(
                    name, new EndpointName(site, host.value()), store.path().orElseThrow());
        }
        if (store.bucket().isPresent()) {
            Located<String> server = store.server().orElseThrow();
            check(name, server, servers(), SERVERS);
            return new Store.InBucket(
                    name, new EndpointName(site, server.value()), store.bucket().get());
        }
        return inVolume(name, store.volume().orElseThrow(), store.path().orElse("/"));
    }

    private Store inVolume(StoreName name, WrittenStore.Volume volume, String path) {
        if (written.cluster().isEmpty()) {
            problems.add(
                    Problem.error(
                                    NO_CLUSTER,
                                    volume.namespace().place(),
                                    "the store "
                                            + Quoted.of(name.value())
                                            + " is a volume, and the site "
                                            + Quoted.of(site.value())
                                            + " has no cluster whose pods could mount it")
                            .withAdvice("add \"cluster:\" to the site"));
        }
        Store.Volume mounted =
                volume.claim()
                        .<Store.Volume>map(Store.Volume.Claim::new)
                        .orElseGet(
                                () -> new Store.Volume.HostFolder(volume.folder().orElseThrow()));
        return new Store.OnVolume(
                name,
                EndpointName.cluster(site),
                volume.namespace().value(),
                mounted,
                path.substring(1));
    }

    private List<String> hosts() {
        return written.hosts().values().stream()
                .flatMap(List::stream)
                .map(host -> host.name().value())
                .toList();
    }

    private List<String> servers() {
        return written.objects().keySet().stream().map(Located::value).toList();
    }

    /// What a store may lie on, in words.
    private record Ground(Code code, String one, String all) {}

    private static final Ground HOSTS = new Ground(UNKNOWN_HOST, "host", "its hosts");
    private static final Ground SERVERS = new Ground(UNKNOWN_SERVER, "server", "its S3 servers");

    private void check(StoreName store, Located<String> named, List<String> known, Ground ground) {
        if (known.contains(named.value())) {
            return;
        }
        problems.add(
                Problem.error(
                                ground.code(),
                                named.place(),
                                "the store "
                                        + Quoted.of(store.value())
                                        + " names the "
                                        + ground.one()
                                        + " "
                                        + Quoted.of(named.value())
                                        + ", which the site "
                                        + Quoted.of(site.value())
                                        + " doesn't have")
                        .withAdvice(SiteResolution.advice(named.value(), known, ground.all())));
    }
}
