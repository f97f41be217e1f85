package gotthard.kubernetes;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/// On a real cluster.
@Tag("lab")
final class KubernetesApplyLabTest extends KubernetesApplyContract {
    @Override
    Arena arena() {
        return Arena.lab();
    }

    @Nested
    final class ThatStandsBy extends KubernetesApplyContract {
        @Override
        Arena arena() {
            return Arena.lab();
        }

        @Override
        String replicas() {
            return "";
        }
    }

    @Nested
    final class ThatWaits extends KubernetesApplyContract {
        @Override
        Arena arena() {
            return Arena.lab();
        }

        @Override
        String replicas() {
            return "replicas: 0";
        }
    }
}
