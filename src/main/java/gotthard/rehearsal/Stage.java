package gotthard.rehearsal;

import gotthard.inventory.EndpointName;
import gotthard.inventory.Inventory;
import gotthard.inventory.SiteName;
import gotthard.journal.Journal;
import gotthard.journal.RunState;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.function.UnaryOperator;

/// Where plans are rehearsed: sites that lie in a folder and can be had several times. From several threads, each with other folders.
public interface Stage {
    /// Starts the sites of an inventory with what lies in a folder.
    Sites start(Inventory inventory, Path folder, Acts acts) throws IOException;

    /// Approves, as the people of the sites would, whatever approval a run waits for.
    void approve(Journal journal, RunState run, Path folder);

    /// Looks at a folder of sites, whether they have been started or not.
    View view(Path folder);

    /// Sites that answer until they are closed.
    interface Sites extends AutoCloseable {
        /// With the addresses that they have now.
        Inventory inventory();

        @Override
        void close();
    }

    /// Hears of each act before a site does it. An IOException keeps it from being done.
    interface Acts {
        void before() throws IOException;
    }

    /// What can be seen without asking any action.
    interface View {
        /// Everything at all sites, by name.
        ///
        /// @param alike writes what differs from one run to another alike
        SortedMap<String, String> all(UnaryOperator<String> alike) throws IOException;

        /// The digests of the files below a folder of a host, by name, with what is on its way there.
        SortedMap<String, String> files(EndpointName host, String path) throws IOException;

        List<Workload> workloads(SiteName site) throws IOException;
    }

    /// Something that runs replicas at a site.
    ///
    /// @param wanted how many it is to have
    /// @param ready how many run and are ready
    record Workload(String name, int wanted, int ready) {}
}
