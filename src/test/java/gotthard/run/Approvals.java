package gotthard.run;

import gotthard.graph.StepId;
import gotthard.inventory.Inventory;
import gotthard.inventory.Person;
import gotthard.inventory.PersonName;
import gotthard.inventory.RoleName;
import gotthard.journal.Opening;
import gotthard.journal.Request;
import gotthard.journal.RunId;
import gotthard.signing.SigningKey;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// Keys of people, made while the tests run, and what they sign with them.
public final class Approvals {
    private static final Map<String, SigningKey> KEYS = new ConcurrentHashMap<>();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final AtomicLong NONCES = new AtomicLong();

    private Approvals() {}

    /// The key of a person, always the same; more of them by more names, such as `lead-1/second`.
    public static SigningKey key(String name) {
        return KEYS.computeIfAbsent(name, _ -> SigningKey.make(RANDOM));
    }

    /// As an inventory lists it.
    public static String line(String name) {
        return key(name).verification().line(name.replace('/', '-'));
    }

    /// Somebody with the key of that name.
    public static Person person(String name, Set<RoleName> roles) {
        return new Person(new PersonName(name), roles, List.of(line(name)));
    }

    /// What somebody would sign now, valid for a week.
    public static ApprovalClaim claim(
            RunId run, Opening opening, Inventory inventory, Given given) {
        return new ApprovalClaim(
                run,
                given.step(),
                new Basis(inventory).digest(opening, given.step()),
                new PersonName(given.by()),
                given.at(),
                given.at().plus(Duration.ofDays(7)),
                "nonce-" + NONCES.incrementAndGet(),
                "read the runbook");
    }

    /// The approval, signed with the key of the person's name.
    public static Request.Approve signed(
            RunId run, Opening opening, Inventory inventory, Given given) {
        return claim(run, opening, inventory, given).signed(key(given.by()));
    }

    /// Who approves what, and when.
    public record Given(StepId step, String by, Instant at) {}
}
