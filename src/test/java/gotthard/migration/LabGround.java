package gotthard.migration;

import gotthard.Lab;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The lab's sites.
final class LabGround implements Ground {
    private static final int HOST_USER = 7700;
    private final Lab lab;
    private final Path folder;
    private final String inventory;
    private final Map<String, KubernetesClient> clients = new TreeMap<>();
    private final List<Path> planted = new ArrayList<>();

    /// @param folder for files of the test
    LabGround(Path folder) throws IOException {
        this.lab = Lab.up();
        this.folder = folder;
        inventory = Inventories.changed(folder, "lab.yaml", shipped -> shipped);
    }

    Lab lab() {
        return lab;
    }

    @Override
    public String inventory() {
        return inventory;
    }

    @Override
    public String inventoryOfViewer(String site) throws IOException {
        return Inventories.changed(
                folder,
                "viewer.yaml",
                shipped ->
                        shipped.replace(
                                "{context: " + site + ",", "{context: " + site + "-viewer,"));
    }

    @Override
    public Path disk(String site, String host) {
        return lab.disk(site, host);
    }

    @Override
    public Path home(String site, String host) {
        return lab.disk(site, host).resolveSibling("home");
    }

    @Override
    public KubernetesClient cluster(String site) {
        return clients.computeIfAbsent(
                site,
                context -> {
                    Config config = Config.fromKubeconfig(context, lab.kubeconfig().toFile());
                    config.setClientKeyAlgo("EC");
                    return new KubernetesClientBuilder().withConfig(config).build();
                });
    }

    @Override
    public void own(Path below) throws IOException {
        try (var all = Files.walk(below)) {
            for (Path path : all.toList()) {
                Files.setAttribute(path, "unix:uid", HOST_USER, LinkOption.NOFOLLOW_LINKS);
                Files.setAttribute(path, "unix:gid", HOST_USER, LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    @Override
    public void slowDown() {
        lab.run("link", "operator", "zurich-1", "delay=2ms", "rate=20mbit");
    }

    @Override
    public void killApiServer(String site) {
        lab.run("crash", site, "apiserver");
    }

    @Override
    public void reviveApiServer(String site) {
        lab.run("revive", site, "apiserver");
    }

    @Override
    public void fillDisk(String site, String host) {
        lab.run("fill", site, host);
    }

    @Override
    public void cut(String site) {
        lab.run("cut", "operator", site);
    }

    @Override
    public void join(String site) {
        lab.run("join", "operator", site);
    }

    @Override
    public void changeHostKey(String site, String host) {
        lab.run("rekey", site, host);
    }

    /// The login shell of the hosts reads `.bashrc` also for commands, so that another `tar` can stand before the machine's own.
    @Override
    public void alterArrivals(String site, String host, String fileName) throws IOException {
        Path programs = home(site, host).resolve("altering");
        Path tar = programs.resolve("tar");
        Path profile = home(site, host).resolve(".bashrc");
        AlteringTar.at(tar, fileName);
        Files.writeString(profile, "export PATH=$HOME/altering:$PATH\n");
        planted.addAll(List.of(tar, programs, profile));
        own(programs);
        own(profile);
    }

    @Override
    public void heal() throws IOException {
        for (Path path : planted) {
            Files.deleteIfExists(path);
        }
        planted.clear();
        lab.run("heal");
    }

    @Override
    public void close() throws IOException {
        heal();
        clients.values().forEach(KubernetesClient::close);
    }
}
