package gotthard.ssh;

import gotthard.action.Action;
import gotthard.action.ActionContract;
import gotthard.action.Before;
import gotthard.action.Context;
import gotthard.action.Key;
import gotthard.action.LentContext;
import gotthard.action.Sight;
import gotthard.inventory.EndpointName;
import gotthard.inventory.HostGroup;
import gotthard.world.Cell;
import gotthard.world.Level;

import org.junit.jupiter.api.Tag;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// `ssh.run` on both real hosts of one site of the lab.
@Tag("lab")
final class RunActionLabTest extends ActionContract {
    private static final String FLAG = "it's \"$HOME\"";

    @Override
    protected Scene scene() throws Exception {
        String own = LabHost.own();
        return new Both(
                LabHost.take(new EndpointName(Fleet.SITE, "files-1"), 2, "files-1", own),
                LabHost.take(new EndpointName(Fleet.SITE, "files-2"), 2, "files-2", own),
                new HashMap<>());
    }

    private record Both(LabHost one, LabHost other, Map<Integer, LentContext> contexts)
            implements Scene {
        @Override
        public Action action() {
            return action(group());
        }

        @Override
        public Context context(int run) {
            return contexts.computeIfAbsent(
                    run,
                    number ->
                            new LentContext(
                                    Fleet.inventory(group()),
                                    Key.of(one.folder() + number, "command", 1),
                                    Clock.systemUTC(),
                                    Duration.ofMinutes(1)));
        }

        /// What is on both disks, and the marks of this test's two runs in the user's home folder.
        @Override
        public Map<String, String> world() throws Exception {
            var world = new TreeMap<String, String>();
            for (LabHost host : List.of(one, other)) {
                try (Stream<Path> all = Files.list(host.disk())) {
                    all.forEach(path -> world.put(path.toString(), "there"));
                }
                for (int run : List.of(1, 2)) {
                    HostConnection connection = context(run).open(new HostConnector(), host.name());
                    Mark.State mark =
                            new Mark(connection, context(run).key(), context(run).fence()).look();
                    world.put(host.name() + " mark " + run, mark.toString());
                }
            }
            return world;
        }

        /// None is kept there.
        @Override
        public List<Cell> cells() {
            return List.of();
        }

        @Override
        public Map<Sight, Level> levels() {
            return Map.of();
        }

        @Override
        public String leaving(String thing, String now) {
            return thing.startsWith(one.disk().toString()) || thing.startsWith(one.name() + " mark")
                    ? "hosts on which the command ran, marked in ~/.gotthard/marks"
                    : thing;
        }

        @Override
        public void disturb() throws Exception {
            Files.delete(other.disk().resolve(FLAG));
        }

        /// As a coordinator that ended after the first wave.
        @Override
        public boolean cutOff(Context context, Before before) throws Exception {
            var first = new HostGroup(Fleet.GROUP, group().hosts().subList(0, 1));
            action(first).apply(context, before);
            return true;
        }

        @Override
        public void close() {
            contexts.values().forEach(Both::removeMark);
            contexts.values().forEach(LentContext::close);
            one.close();
            other.close();
        }

        private static void removeMark(LentContext context) {
            for (String host : List.of("files-1", "files-2")) {
                try {
                    var name = new EndpointName(Fleet.SITE, host);
                    new Mark(
                                    context.open(new HostConnector(), name),
                                    context.key(),
                                    context.fence())
                            .remove();
                } catch (gotthard.action.Unreachable | InterruptedException e) {
                    throw new AssertionError(e);
                }
            }
        }

        private Action action(HostGroup hosts) {
            String flag = one.folder() + "/" + FLAG;
            return new RunAction(
                    new RunKind.With(
                            Fleet.SITE,
                            Fleet.GROUP,
                            Wave.ONE,
                            0,
                            List.of("touch", flag),
                            List.of("test", "-e", flag),
                            List.of("rm", "-f", flag)),
                    hosts);
        }

        private HostGroup group() {
            try {
                return new HostGroup(
                        Fleet.GROUP, new ArrayList<>(List.of(one.endpoint(), other.endpoint())));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
