package gotthard.rehearsal;

/// A coordinator has died inside this process. Nothing catches it but who let it live.
final class Death extends Error {
    private static final long serialVersionUID = 1;

    Death() {
        super("the coordinator is dead", null, false, false);
    }
}
