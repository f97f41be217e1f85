package gotthard.kubernetes;

import org.junit.jupiter.api.Nested;

/// On the sandbox.
final class KubernetesScaleTest extends KubernetesScaleContract {
    @Override
    Arena arena() throws Exception {
        return Arena.inThisJvm();
    }

    @Nested
    final class FromNone extends KubernetesScaleContract {
        @Override
        Arena arena() throws Exception {
            return Arena.inThisJvm();
        }

        @Override
        Change change() {
            return FROM_NONE;
        }
    }

    @Nested
    final class ToNone extends KubernetesScaleContract {
        @Override
        Arena arena() throws Exception {
            return Arena.inThisJvm();
        }

        @Override
        Change change() {
            return TO_NONE;
        }
    }

    @Nested
    final class OfWhatServes extends KubernetesScaleContract {
        @Override
        Arena arena() throws Exception {
            return Arena.inThisJvm();
        }

        @Override
        Change change() {
            return MORE;
        }
    }
}
