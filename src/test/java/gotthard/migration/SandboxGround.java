package gotthard.migration;

import gotthard.inventory.SiteName;
import gotthard.sandbox.SandboxHost;
import gotthard.sandbox.SandboxWeb;
import gotthard.sandbox.cluster.SandboxCluster;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The same sites in this JVM: servers of the sandbox, which the tool reaches from another process as it would reach real ones.
final class SandboxGround implements Ground {
    private static final List<String> SITES = List.of("moscow", "zurich-1", "zurich-2");
    private static final List<String> CHANGES =
            List.of("namespaces", "configmaps", "deployments", "services");
    private final Path folder;
    private final Map<String, SandboxCluster> clusters = new TreeMap<>();
    private final Map<String, SandboxHost> hosts = new TreeMap<>();
    private final Map<String, SandboxWeb> webs = new TreeMap<>();
    private final Map<String, KubernetesClient> clients = new TreeMap<>();
    private final Set<String> rekeyed = new TreeSet<>();
    private final String inventory;

    /// @param folder for all that the sites keep
    SandboxGround(Path folder) throws IOException {
        this.folder = folder;
        for (String site : SITES) {
            var settings =
                    new SandboxCluster.Settings(site, Clock.systemUTC(), Duration.ofMillis(20));
            clusters.put(site, SandboxCluster.start(folder.resolve(site + "/cluster"), settings));
            webs.put(site, SandboxWeb.start(new SiteName(site), folder.resolve(site + "/web")));
            for (String host : HOSTS) {
                hosts.put(
                        site + "/" + host,
                        SandboxHost.start(folder.resolve(site + "/hosts/" + host)));
            }
        }
        inventory =
                Inventories.changed(
                        folder,
                        "inventory.yaml",
                        shipped -> sites() + Inventories.afterSites(shipped));
    }

    private String sites() {
        var text =
                new StringBuilder(
                        """
                        apiVersion: gotthard/v1
                        kind: Inventory
                        metadata: {name: lab}
                        spec:
                          sites:
                        """);
        for (String site : SITES) {
            text.append(
                    """
                        %1$s:
                          country: %2$s
                          cluster: {context: %1$s, kubeconfig: %3$s}
                          web:
                            status: {url: "%4$s"}
                          stores:
                            intake: {host: files-1, path: %5$s}
                            metadata: {host: files-2, path: %6$s}
                          hosts:
                            files:
                    """
                            .formatted(
                                    site,
                                    site.equals("moscow") ? "RU" : "CH",
                                    clusters.get(site).kubeconfig(),
                                    webs.get(site).url(),
                                    disk(site, "files-1").resolve("intake"),
                                    disk(site, "files-2").resolve("metadata")));
            for (String host : HOSTS) {
                SandboxHost started = host(site, host);
                text.append(
                        """
                                  - name: %s
                                    address: %s
                                    port: %d
                                    user: %s
                                    hostKeys: {pinned: ["%s"]}
                                    identity: {file: %s}
                        """
                                .formatted(
                                        host,
                                        started.address(),
                                        started.port(),
                                        started.user(),
                                        started.hostKey(),
                                        started.identity()));
            }
        }
        return text.toString();
    }

    private SandboxHost host(String site, String host) {
        return hosts.get(site + "/" + host);
    }

    @Override
    public String inventory() {
        return inventory;
    }

    @Override
    public String inventoryOfViewer(String site) {
        CHANGES.forEach(resource -> clusters.get(site).refuse("patch", resource));
        return inventory;
    }

    @Override
    public Path disk(String site, String host) {
        return host(site, host).path("/srv/files");
    }

    @Override
    public Path home(String site, String host) {
        return folder.resolve(site + "/hosts/" + host + "/home");
    }

    @Override
    public KubernetesClient cluster(String site) {
        return clients.computeIfAbsent(
                site,
                context ->
                        new KubernetesClientBuilder()
                                .withConfig(
                                        Config.fromKubeconfig(
                                                context, clusters.get(site).kubeconfig().toFile()))
                                .build());
    }

    @Override
    public void own(Path below) {}

    @Override
    public void slowDown() {
        hosts.forEach(
                (name, host) -> {
                    if (name.startsWith("zurich-1/")) {
                        host.faults().delayCommands(Duration.ofMillis(300));
                    }
                });
    }

    @Override
    public void killApiServer(String site) {
        clusters.get(site).crash();
    }

    @Override
    public void reviveApiServer(String site) throws IOException {
        clusters.get(site).revive();
    }

    @Override
    public void fillDisk(String site, String host) throws IOException {
        host(site, host).faults().fillDisk(true);
    }

    @Override
    public void cut(String site) {
        clusters.get(site).crash();
        HOSTS.forEach(host -> host(site, host).close());
    }

    @Override
    public void join(String site) throws IOException {
        clusters.get(site).revive();
        for (String host : HOSTS) {
            startAgain(site + "/" + host);
        }
    }

    @Override
    public void changeHostKey(String site, String host) {
        host(site, host).faults().showAnotherHostKey();
        rekeyed.add(site + "/" + host);
    }

    @Override
    public void alterArrivals(String site, String host, String fileName) throws IOException {
        AlteringTar.at(folder.resolve(site + "/hosts/" + host + "/bin/tar"), fileName);
    }

    private void startAgain(String host) throws IOException {
        SandboxHost before = hosts.get(host);
        int port = before.port();
        before.close();
        String[] place = host.split("/", 2);
        hosts.put(host, SandboxHost.start(folder.resolve(place[0] + "/hosts/" + place[1]), port));
    }

    @Override
    public void heal() throws IOException {
        for (String host : rekeyed) {
            startAgain(host);
        }
        rekeyed.clear();
        for (SandboxHost host : hosts.values()) {
            host.faults().mend();
        }
        for (SandboxCluster cluster : clusters.values()) {
            cluster.revive();
            CHANGES.forEach(resource -> cluster.grant("patch", resource));
        }
    }

    @Override
    public void close() throws IOException {
        clients.values().forEach(KubernetesClient::close);
        hosts.values().forEach(SandboxHost::close);
        webs.values().forEach(SandboxWeb::close);
        for (SandboxCluster cluster : clusters.values()) {
            cluster.close();
        }
    }
}
