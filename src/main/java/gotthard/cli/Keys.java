package gotthard.cli;

import gotthard.inventory.Inventory;
import gotthard.inventory.PersonName;
import gotthard.signing.KeyFile;
import gotthard.signing.SigningKey;

import java.nio.file.Path;
import java.util.Optional;

/// Finds the private key that a person signs with.
final class Keys {
    static final String KEY = "--key";
    private static final String VARIABLE = "GOTTHARD_KEY";

    private Keys() {}

    /// The file that is named, or else the usual one.
    static KeyFile file(Call call) {
        return named(call).orElseGet(() -> usual(call));
    }

    /// The file that `--key` or the environment names.
    static Optional<KeyFile> named(Call call) {
        return call.text(KEY)
                .or(
                        () ->
                                Optional.of(call.surroundings().variable(VARIABLE))
                                        .filter(path -> !path.isEmpty()))
                .map(Path::of)
                .map(KeyFile::new);
    }

    /// The file that is named, in a sandbox the person's own, or else the usual one.
    static KeyFile of(Call call, Inventory inventory, PersonName person) throws Trouble {
        Optional<KeyFile> named = named(call);
        if (named.isPresent()) {
            return named.get();
        }
        return inventory.sandbox().isPresent()
                ? SandboxKeys.of(call, inventory.sandbox().get()).of(person)
                : usual(call);
    }

    static KeyFile usual(Call call) {
        String home = call.surroundings().variable("HOME");
        return new KeyFile(Path.of(home.isEmpty() ? "." : home, ".config", "gotthard", "key"));
    }

    static SigningKey read(KeyFile file) throws Trouble {
        return switch (file.read()) {
            case KeyFile.Result.Done(var key) -> key;
            case KeyFile.Result.Refused(var why, var next) -> throw Trouble.failed(why, next);
        };
    }
}
