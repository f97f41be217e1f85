package gotthard.cli;

import gotthard.inventory.Inventory;
import gotthard.journal.StateLocation;
import gotthard.sandbox.Sandbox;

import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Makes the sites of an inventory reachable: starts them where they are a sandbox, and leaves them alone otherwise. Not for
/// several threads.
final class Reach implements UnaryOperator<Inventory>, AutoCloseable {
    private final Optional<Path> state;
    private final Clock clock;
    private Optional<Sandbox> sandbox = Optional.empty();

    /// @param state the folder of the state, when the user named one: the sandbox is kept there, too
    Reach(Optional<Path> state, Clock clock) {
        this.state = state;
        this.clock = clock;
    }

    static Reach of(Call call) throws Trouble {
        return new Reach(call.namedState().flatMap(Reach::folder), call.surroundings().clock());
    }

    /// A sandbox needs a folder; beside a state on a server it is kept where the inventory says.
    private static Optional<Path> folder(StateLocation state) {
        return switch (state) {
            case StateLocation.Folder(var path) -> Optional.of(path);
            case StateLocation.Server _ -> Optional.empty();
        };
    }

    @Override
    public Inventory apply(Inventory inventory) {
        return inventory
                .sandbox()
                .map(
                        named ->
                                new SandboxKeys(folder(named))
                                        .made(started(inventory, named).inventory()))
                .orElse(inventory);
    }

    /// The sandbox, if there is one and it has been started.
    Optional<Sandbox> sandbox() {
        return sandbox;
    }

    /// Where the state of a sandbox lies.
    Path folder(Path named) {
        return state.map(folder -> folder.resolve("sandbox")).orElse(named);
    }

    private Sandbox started(Inventory inventory, Path named) {
        if (sandbox.isEmpty()) {
            // The threads of the sites would race to start it.
            LoggerFactory.getILoggerFactory();
            try {
                sandbox = Optional.of(Sandbox.open(inventory, folder(named), clock));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
        return sandbox.get();
    }

    @Override
    public void close() {
        sandbox.ifPresent(Sandbox::close);
        sandbox = Optional.empty();
    }
}
