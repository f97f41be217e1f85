package gotthard.kubernetes;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/// On a real cluster.
@Tag("lab")
final class KubernetesScaleLabTest extends KubernetesScaleContract {
    @Override
    Arena arena() {
        return Arena.lab();
    }

    @Nested
    final class FromNone extends KubernetesScaleContract {
        @Override
        Arena arena() {
            return Arena.lab();
        }

        @Override
        Change change() {
            return FROM_NONE;
        }
    }

    @Nested
    final class ToNone extends KubernetesScaleContract {
        @Override
        Arena arena() {
            return Arena.lab();
        }

        @Override
        Change change() {
            return TO_NONE;
        }
    }

    @Nested
    final class OfWhatServes extends KubernetesScaleContract {
        @Override
        Arena arena() {
            return Arena.lab();
        }

        @Override
        Change change() {
            return MORE;
        }
    }
}
