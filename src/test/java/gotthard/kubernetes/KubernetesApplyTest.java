package gotthard.kubernetes;

import org.junit.jupiter.api.Nested;

/// On the sandbox.
final class KubernetesApplyTest extends KubernetesApplyContract {
    @Override
    Arena arena() throws Exception {
        return Arena.inThisJvm();
    }

    @Nested
    final class ThatStandsBy extends KubernetesApplyContract {
        @Override
        Arena arena() throws Exception {
            return Arena.inThisJvm();
        }

        @Override
        String replicas() {
            return "";
        }
    }

    @Nested
    final class ThatWaits extends KubernetesApplyContract {
        @Override
        Arena arena() throws Exception {
            return Arena.inThisJvm();
        }

        @Override
        String replicas() {
            return "replicas: 0";
        }
    }
}
