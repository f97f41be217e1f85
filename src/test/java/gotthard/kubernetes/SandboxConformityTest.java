package gotthard.kubernetes;

/// On the sandbox.
final class SandboxConformityTest extends Conformity {
    @Override
    Arena arena() throws Exception {
        return Arena.inThisJvm();
    }
}
