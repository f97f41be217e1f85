package gotthard.cli;

import gotthard.inventory.Inventory;
import gotthard.inventory.Person;
import gotthard.inventory.PersonName;
import gotthard.signing.KeyFile;
import gotthard.signing.SigningKey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The keys of the people of a sandbox, made at its first start and kept in its folder. Nobody but a sandbox has such keys.
///
/// @param sandbox the sandbox's folder
record SandboxKeys(Path sandbox) {
    private static final String FOLDER = "keys-of-people";

    /// Those of the sandbox that a verb would use.
    ///
    /// @param named the folder that the inventory names
    static SandboxKeys of(Call call, Path named) throws Trouble {
        try (Reach reach = Reach.of(call)) {
            return new SandboxKeys(reach.folder(named));
        }
    }

    KeyFile of(PersonName person) {
        return new KeyFile(sandbox.resolve(FOLDER).resolve(person.value()));
    }

    /// The inventory with the keys of its people, which are made where they are missing.
    Inventory made(Inventory inventory) {
        for (PersonName person : inventory.people().keySet()) {
            if (!Files.exists(of(person).path())
                    && of(person).write(SigningKey.make(new SecureRandom()))
                            instanceof KeyFile.Result.Refused(var why, var next)) {
                throw new UncheckedIOException(new IOException(why + "; " + next));
            }
        }
        return listed(inventory);
    }

    /// The inventory with the keys that are there.
    Inventory listed(Inventory inventory) {
        Map<PersonName, Person> people = new LinkedHashMap<>();
        inventory.people().forEach((name, person) -> people.put(name, listed(person)));
        return inventory.with(people);
    }

    private Person listed(Person person) {
        return key(person.name())
                .map(
                        key -> {
                            var keys = new ArrayList<>(person.keys());
                            keys.add(key.verification().line(person.name().value()));
                            return new Person(
                                    person.name(),
                                    person.roles(),
                                    keys,
                                    person.revoked(),
                                    person.delegations());
                        })
                .orElse(person);
    }

    private Optional<SigningKey> key(PersonName person) {
        return of(person).read() instanceof KeyFile.Result.Done(var key)
                ? Optional.of(key)
                : Optional.empty();
    }
}
