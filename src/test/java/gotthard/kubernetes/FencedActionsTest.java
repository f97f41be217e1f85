package gotthard.kubernetes;

/// On the sandbox.
final class FencedActionsTest extends FencedActionsContract {
    @Override
    Arena arena() throws Exception {
        return Arena.inThisJvm();
    }
}
