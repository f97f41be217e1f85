package gotthard.cli;

/// The entry point.
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(new Gotthard(Surroundings.ofProcess()).run(arguments).code());
    }
}
