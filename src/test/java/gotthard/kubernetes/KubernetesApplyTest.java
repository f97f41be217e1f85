package gotthard.kubernetes;

/// On the sandbox.
final class KubernetesApplyTest extends KubernetesApplyContract {
    @Override
    Arena arena() throws Exception {
        return Arena.inThisJvm();
    }
}
