package gotthard.action;

import java.nio.file.Path;
import java.util.Optional;

/// A person who types at the lab, with the `kubectl` that was built with its clusters.
public final class LabTypist {
    private LabTypist() {}

    /// In a folder, where lists are kept.
    public static Typist in(Path folder) {
        String cache =
                Optional.ofNullable(System.getenv("LAB_CACHE"))
                        .orElse(System.getProperty("user.home") + "/.cache/lab");
        return new Typist(folder).with("PATH", Path.of(cache, "bin") + ":" + System.getenv("PATH"));
    }
}
