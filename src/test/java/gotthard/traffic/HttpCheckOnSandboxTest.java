package gotthard.traffic;

import gotthard.action.Action;
import gotthard.action.ActionContract;
import gotthard.action.Before;
import gotthard.action.Context;
import gotthard.sandbox.SandboxWeb;

import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

final class HttpCheckOnSandboxTest extends ActionContract {
    @TempDir Path folder;

    @Override
    protected Scene scene() throws Exception {
        return new SandboxScene(SandboxWeb.start(WebScene.SITE, folder), folder);
    }

    private record SandboxScene(SandboxWeb web, Path folder, WebScene scene) implements Scene {
        SandboxScene(SandboxWeb web, Path folder) {
            this(web, folder, new WebScene(web.url()));
        }

        @Override
        public Action action() {
            return WebScene.check("/", "zurich-1");
        }

        @Override
        public Context context(int run) {
            return scene.context(run);
        }

        @Override
        public Map<String, String> world() throws IOException {
            var world = new TreeMap<String, String>();
            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    world.put(file.getFileName().toString(), Files.readString(file));
                }
            }
            return world;
        }

        @Override
        public void disturb() throws IOException {
            Files.writeString(folder.resolve("index.html"), "closed for repairs\n");
        }

        @Override
        public boolean cutOff(Context context, Before before) {
            return WebScene.cutOff(context, before);
        }

        @Override
        public void close() {
            scene.close();
            web.close();
        }
    }
}
