package gotthard.cli;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Hears single keys of the terminal of this process, by `stty` of POSIX, and leaves the terminal as it was.
final class Keyboard implements AutoCloseable {
    private static final File TERMINAL = new File("/dev/tty");

    private final Optional<String> before;
    private final Thread undo = new Thread(this::restore, "keyboard");
    private volatile boolean isOpen = true;

    private Keyboard(Optional<String> before) {
        this.before = before;
    }

    /// Calls somebody when `q` is pressed; hears nothing where there is no terminal.
    static Keyboard onQ(Runnable pressed) {
        var keyboard = new Keyboard(stty("-g").map(String::strip));
        if (keyboard.before.isPresent()) {
            Runtime.getRuntime().addShutdownHook(keyboard.undo);
            stty("-icanon", "-echo", "min", "1");
            Thread.ofPlatform().daemon().name("keys").start(() -> keyboard.hear(pressed));
        }
        return keyboard;
    }

    /// Hears nothing.
    static Keyboard none() {
        return new Keyboard(Optional.empty());
    }

    @Override
    public void close() {
        isOpen = false;
        if (before.isPresent()) {
            restore();
            Runtime.getRuntime().removeShutdownHook(undo);
        }
    }

    private void restore() {
        before.ifPresent(Keyboard::stty);
    }

    private void hear(Runnable pressed) {
        try (InputStream keys = new FileInputStream(TERMINAL)) {
            for (int key = keys.read(); key >= 0 && isOpen; key = keys.read()) {
                if (key == 'q' || key == 'Q') {
                    pressed.run();
                    return;
                }
            }
        } catch (IOException _) {
            return; // the terminal has gone
        }
    }

    private static Optional<String> stty(String... words) {
        var command = new java.util.ArrayList<String>();
        command.add("stty");
        command.addAll(java.util.List.of(words));
        try {
            Process stty =
                    new ProcessBuilder(command)
                            .redirectInput(TERMINAL)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            String said =
                    new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            return stty.waitFor() == 0 ? Optional.of(said) : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
