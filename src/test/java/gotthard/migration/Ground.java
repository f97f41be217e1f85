package gotthard.migration;

import io.fabric8.kubernetes.client.KubernetesClient;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// The three sites that the shipped plans name, really or in this JVM, with a way to look at them and to break them that does not
/// lead through the tool.
interface Ground extends AutoCloseable {
    List<String> ZURICH = List.of("zurich-1", "zurich-2");
    List<String> HOSTS = List.of("files-1", "files-2");

    /// The inventory to use, as a file.
    String inventory();

    /// The same inventory for somebody who may change nothing in the cluster of a site.
    String inventoryOfViewer(String site) throws IOException;

    /// What stands for the folder `/srv/files` of a host.
    Path disk(String site, String host);

    /// What stands for the home folder of the user that the tool logs in as.
    Path home(String site, String host);

    /// The cluster of a site, for an administrator.
    KubernetesClient cluster(String site);

    /// Gives all below a folder of a disk to the user that the tool logs in as.
    void own(Path folder) throws IOException;

    /// Makes transfers slow enough that something can happen in the middle of one.
    void slowDown() throws IOException;

    void killApiServer(String site);

    void reviveApiServer(String site) throws IOException;

    void fillDisk(String site, String host) throws IOException;

    /// Cuts the network between the operator and a site.
    void cut(String site);

    void join(String site) throws IOException;

    void changeHostKey(String site, String host);

    /// From now on files of that name that arrive at a host are altered on its disk.
    void alterArrivals(String site, String host, String fileName) throws IOException;

    /// Undoes all of the above.
    void heal() throws IOException;

    @Override
    void close() throws IOException;
}
