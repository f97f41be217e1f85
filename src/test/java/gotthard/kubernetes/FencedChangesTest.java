package gotthard.kubernetes;

/// On the sandbox.
final class FencedChangesTest extends FencedChangesContract {
    @Override
    Arena arena() throws Exception {
        return Arena.inThisJvm();
    }
}
