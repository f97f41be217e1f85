package gotthard.traffic;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gotthard.action.ActionContract;

import org.junit.jupiter.api.Tag;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/// On the web server of the lab's site `zurich-1`, whose page is put back afterwards.
@Tag("lab")
final class HttpCheckLabTest extends ActionContract {
    private static final Path FACTS = Path.of("/var/lib/lab/facts.json");
    private static final Path PAGES = Path.of("/var/lib/lab/zurich-1/www");
    private static final URI ADDRESS = URI.create("http://10.77.2.20/");

    @Override
    protected Scene scene() {
        assumeTrue(Files.exists(FACTS), "the lab is not up: sudo src/lab/lab up");
        return new WebScene(ADDRESS, PAGES, HttpCheckLabTest::putBack);
    }

    private static void putBack() {
        try {
            Files.writeString(PAGES.resolve("index.html"), WebScene.SITE + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
