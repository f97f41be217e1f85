package gotthard.files;

import gotthard.action.Action;
import gotthard.action.Key;
import gotthard.action.LentContext;
import gotthard.action.Unreachable;
import gotthard.inventory.EndpointName;
import gotthard.inventory.Inventory;
import gotthard.ssh.LabHost;
import gotthard.ssh.Relay;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Two real hosts, some files at one, and somebody else's file at the other, whose way can be cut.
record LabCopy(LabHost source, LabHost target, Relay way, Map<Integer, LentContext> contexts)
        implements CopyContract.Sites {
    private static final EndpointName FROM = new EndpointName(CopyScene.MOSCOW, "file-1");
    private static final EndpointName TO = new EndpointName(CopyScene.ZURICH, "file-1");
    private static final String CELL = "/intake/files/europe";

    static LabCopy ready(int files) throws Exception {
        LabHost source = LabHost.take(FROM, 1, "files-1");
        LabHost target = LabHost.take(TO, 2, "files-1");
        var scene = new LabCopy(source, target, Relay.to(target.address(), 22), new HashMap<>());
        CopyScene.fill(scene.from(), files);
        new FileTree(target.disk().resolve("intake")).write("other/foreign.txt", "theirs");
        LabHost.give(target.disk().resolve("intake"));
        return scene;
    }

    FileTree from() {
        return new FileTree(source.disk().resolve(CELL.substring(1)));
    }

    @Override
    public FileTree departing() {
        return from();
    }

    @Override
    public FileTree arriving() {
        return new FileTree(target.disk().resolve(CELL.substring(1)));
    }

    @Override
    public Action action() {
        return new CopyAction(
                CopyScene.MOSCOW,
                CopyScene.ZURICH,
                List.of(
                        new CellFolders(
                                CopyScene.cell("europe"),
                                new Inventory.CellFolder(FROM, source.folder() + CELL),
                                new Inventory.CellFolder(TO, target.folder() + CELL))),
                Level.FULL);
    }

    @Override
    public LentContext context(int run) {
        return contexts.computeIfAbsent(run, this::newContext);
    }

    @Override
    public Map<String, String> world() throws Exception {
        var world = new HashMap<String, String>();
        new FileTree(source.disk()).describe().forEach((path, it) -> world.put("from " + path, it));
        new FileTree(target.disk()).describe().forEach((path, it) -> world.put("to " + path, it));
        return world;
    }

    @Override
    public void cutWhile(CopyContract.Attempt attempt) throws Exception {
        way.cutAfter(200_000);
        try {
            attempt.run();
        } catch (Unreachable _) {
            return; // as expected: the connection is cut
        }
    }

    String neutral(String words) {
        return words.replace(source.folder(), "").replace(target.folder(), "");
    }

    @Override
    public void close() {
        contexts.values().forEach(LentContext::close);
        way.close();
        source.close();
        target.close();
    }

    private LentContext newContext(int run) {
        try {
            return new LentContext(
                    CopyScene.inventory(source.endpoint(), target.endpoint(way)),
                    Key.of("lab-" + source.folder() + run, "files", 1),
                    Clock.systemUTC(),
                    Duration.ofMinutes(1));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
