package gotthard.traffic;

import gotthard.action.Action;
import gotthard.action.Before;
import gotthard.action.Context;
import gotthard.action.DeclarationContract;
import gotthard.action.Key;
import gotthard.action.LentContext;
import gotthard.action.Sight;
import gotthard.inventory.CountryCode;
import gotthard.inventory.DataTypeName;
import gotthard.inventory.Endpoint;
import gotthard.inventory.EndpointName;
import gotthard.inventory.Inventory;
import gotthard.inventory.RegionName;
import gotthard.inventory.Site;
import gotthard.inventory.SiteName;
import gotthard.world.Cell;
import gotthard.world.CellId;
import gotthard.world.Level;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// One site with one web endpoint, whose pages are the files of a folder.
final class WebScene implements DeclarationContract.Scene {
    static final SiteName SITE = new SiteName("zurich-1");
    static final EndpointName STATUS = new EndpointName(SITE, "status");

    private static final CellId CELL =
            new CellId(new RegionName("europe"), new DataTypeName("suspicious-files"));

    private final Map<Integer, LentContext> contexts = new HashMap<>();
    private final Inventory inventory;
    private final Path pages;
    private final Runnable closing;

    WebScene(URI url, Path pages, Runnable closing) {
        inventory = inventory(url);
        this.pages = pages;
        this.closing = closing;
    }

    static Inventory inventory(URI url) {
        var site =
                new Site(
                        SITE,
                        new CountryCode("CH"),
                        Optional.empty(),
                        Map.of(),
                        Map.of(),
                        List.of(new Endpoint.Web(STATUS, url)));
        return new Inventory(
                "test",
                Optional.empty(),
                Map.of(SITE, site),
                Map.of(),
                Map.of(),
                Set.of(),
                Map.of());
    }

    @Override
    public Action action() {
        return new HttpCheck(
                STATUS,
                new HttpCheck.Wanted("/", 200, Optional.of("zurich-1"), Duration.ofMillis(200)));
    }

    @Override
    public Context context(int run) {
        return contexts.computeIfAbsent(
                run,
                _ ->
                        new LentContext(
                                inventory,
                                Key.of("run-" + run, "check", 1),
                                Clock.systemUTC(),
                                Duration.ofSeconds(30)));
    }

    @Override
    public Map<String, String> world() throws IOException {
        var world = new TreeMap<String, String>();
        try (var files = Files.list(pages)) {
            for (Path file : files.toList()) {
                world.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return world;
    }

    /// What the site serves.
    @Override
    public List<Cell> cells() {
        return List.of(new Cell(CELL, false, List.of(SITE), List.of(), List.of(), Set.of()));
    }

    @Override
    public Map<Sight, Level> levels() throws IOException {
        boolean isServed = Files.readString(pages.resolve("index.html")).contains(SITE.value());
        return Map.of(
                new Sight(CELL, SITE, Sight.Quality.DEPLOYED), isServed ? Level.FULL : Level.NONE);
    }

    @Override
    public void disturb() throws IOException {
        Files.writeString(pages.resolve("index.html"), "closed for repairs\n");
    }

    /// A check is one single look.
    @Override
    public boolean cutOff(Context context, Before before) {
        return false;
    }

    @Override
    public void close() {
        contexts.values().forEach(LentContext::close);
        closing.run();
    }
}
