package gotthard.migration;

import org.junit.jupiter.api.Tag;

import java.io.IOException;
import java.nio.file.Path;

/// On the lab.
@Tag("lab")
final class FailuresOnLabTest extends FailuresContract {
    @Override
    Ground ground(Path below) throws IOException {
        return new LabGround(below);
    }

    @Override
    int files() {
        return 600;
    }

    @Override
    String cutGolden() {
        return "network-cut-silent";
    }

    @Override
    String rightsGolden() {
        return "rights-missing-viewer";
    }
}
