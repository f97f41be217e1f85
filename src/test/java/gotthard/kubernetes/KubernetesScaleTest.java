package gotthard.kubernetes;

/// On the sandbox.
final class KubernetesScaleTest extends KubernetesScaleContract {
    @Override
    Arena arena() throws Exception {
        return Arena.inThisJvm();
    }
}
