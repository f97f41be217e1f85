package gotthard.migration;

import java.io.IOException;
import java.nio.file.Path;

/// On sites of this JVM, so that everybody can run them.
final class FailuresOnSandboxTest extends FailuresContract {
    @Override
    Ground ground(Path below) throws IOException {
        return new SandboxGround(below);
    }

    @Override
    int files() {
        return 100;
    }

    @Override
    String cutGolden() {
        return "network-cut-refused";
    }

    @Override
    String rightsGolden() {
        return "rights-missing";
    }
}
