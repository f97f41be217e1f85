package gotthard.kubernetes;

import org.junit.jupiter.api.Tag;

/// On a real cluster.
@Tag("lab")
final class KubernetesScaleLabTest extends KubernetesScaleContract {
    @Override
    Arena arena() {
        return Arena.lab();
    }
}
