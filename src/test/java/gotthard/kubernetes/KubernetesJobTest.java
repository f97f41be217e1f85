package gotthard.kubernetes;

/// On the sandbox.
final class KubernetesJobTest extends KubernetesJobContract {
    @Override
    Arena arena() throws Exception {
        return Arena.inThisJvm();
    }
}
