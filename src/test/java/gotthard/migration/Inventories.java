package gotthard.migration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/// Inventories like the shipped one of the lab, with some of it changed.
final class Inventories {
    static final String OF_LAB = "inventories/lab.yaml";

    private Inventories() {}

    static String changed(Path folder, String name, UnaryOperator<String> change)
            throws IOException {
        String shipped = Files.readString(Path.of(System.getProperty("basedir", "."), OF_LAB));
        return Files.writeString(folder.resolve(name), change.apply(shipped)).toString();
    }

    /// The regions, data and people that are the same wherever the sites are.
    static String afterSites(String shipped) {
        return shipped.substring(shipped.indexOf("  regions:\n"));
    }
}
