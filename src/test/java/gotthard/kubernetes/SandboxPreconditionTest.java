package gotthard.kubernetes;

/// On the sandbox.
final class SandboxPreconditionTest extends PreconditionConformity {
    @Override
    Arena arena() throws Exception {
        return Arena.inThisJvm();
    }
}
