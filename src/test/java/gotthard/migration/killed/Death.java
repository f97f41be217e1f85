package gotthard.migration.killed;

/// A process has died inside this JVM. Nothing catches it but who started the process.
final class Death extends Error {
    private static final long serialVersionUID = 1;

    Death() {
        super("the process is dead", null, false, false);
    }
}
