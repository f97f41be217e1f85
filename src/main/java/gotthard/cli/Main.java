package gotthard.cli;

/// The entry point.
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        var surroundings = Surroundings.ofProcess();
        // What logs writes there by itself.
        System.setErr(Surroundings.veiled(System.err));
        System.exit(new Gotthard(surroundings).run(arguments).code());
    }
}
