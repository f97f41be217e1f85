package gotthard.kubernetes;

import org.junit.jupiter.api.Tag;

/// On a real cluster.
@Tag("lab")
final class FencedChangesLabTest extends FencedChangesContract {
    @Override
    Arena arena() {
        return Arena.lab();
    }
}
