package gotthard.mover;

import java.time.Clock;

/// The entry point.
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        var mover =
                new Mover(
                        new Mover.Surroundings(
                                System.getenv(),
                                System.out,
                                System.err,
                                Clock.systemUTC(),
                                System::nanoTime,
                                Thread.ofPlatform().daemon().factory()));
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> Runtime.getRuntime().halt(mover.end())));
        System.exit(mover.run(arguments));
    }
}
