package gotthard.cli;

import gotthard.inventory.EndpointName;
import gotthard.inventory.Inventory;
import gotthard.inventory.SiteName;
import gotthard.journal.Journal;
import gotthard.journal.RunState;
import gotthard.rehearsal.Stage;
import gotthard.sandbox.Contents;
import gotthard.sandbox.Sandbox;
import gotthard.sandbox.witness.Act;
import gotthard.sandbox.witness.Witness;

import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.function.UnaryOperator;

/// The sandbox as a stage for rehearsals: with few files, and quick clusters.
record SandboxStage(Clock clock) implements Stage {
    private static final Duration PACE = Duration.ofMillis(10);
    private static final int FILES = 24;

    @Override
    public Sites start(Inventory inventory, Path folder, Acts acts) throws IOException {
        // The threads of the sites would race to start it.
        LoggerFactory.getILoggerFactory();
        var setup = new Sandbox.Setup(clock, heard(acts), PACE, FILES);
        Sandbox sandbox = Sandbox.open(inventory, folder, setup);
        Inventory reached = new SandboxKeys(folder).made(sandbox.inventory());
        return new Sites() {
            @Override
            public Inventory inventory() {
                return reached;
            }

            @Override
            public void close() {
                sandbox.close();
            }
        };
    }

    private static Witness heard(Acts acts) {
        return new Witness() {
            @Override
            public void before(Act act) throws IOException {
                boolean isDryRun =
                        act instanceof Act.Request(_, _, var path) && path.contains("dryRun");
                if (!isDryRun) {
                    acts.before();
                }
            }

            @Override
            public void after(Act act) {}
        };
    }

    @Override
    public void approve(Journal journal, RunState run, Path folder) {
        boolean _ =
                new SandboxPeople(new SandboxKeys(folder), clock, "looked at in a rehearsal")
                        .approve(journal, run);
    }

    @Override
    public View view(Path folder) {
        var contents = new Contents(folder);
        return new View() {
            @Override
            public SortedMap<String, String> all(UnaryOperator<String> alike) throws IOException {
                return contents.all(alike);
            }

            @Override
            public SortedMap<String, String> files(EndpointName host, String path)
                    throws IOException {
                return contents.files(host, path);
            }

            @Override
            public List<Workload> workloads(SiteName site) throws IOException {
                return contents.workloads(site).stream()
                        .map(found -> new Workload(found.name(), found.wanted(), found.ready()))
                        .toList();
            }
        };
    }
}
