package gotthard.migration;

import java.io.IOException;
import java.nio.file.Path;

/// On sites of this JVM.
final class MigrationOnSandboxTest extends MigrationContract {
    @Override
    Ground ground(Path below) throws IOException {
        return new SandboxGround(below);
    }

    @Override
    int files() {
        return 200;
    }

    /// Nothing runs there.
    @Override
    void answers(String site) {}
}
