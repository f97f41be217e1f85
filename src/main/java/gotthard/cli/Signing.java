package gotthard.cli;

import gotthard.action.Work;
import gotthard.graph.Assembled;
import gotthard.graph.Step;
import gotthard.graph.StepId;
import gotthard.inventory.Inventory;
import gotthard.inventory.Person;
import gotthard.inventory.PersonName;
import gotthard.journal.Request;
import gotthard.journal.RunState;
import gotthard.run.ApprovalClaim;
import gotthard.run.Basis;
import gotthard.run.Vetting;
import gotthard.signing.Envelope;
import gotthard.signing.KeyFile;
import gotthard.signing.Verification;
import gotthard.signing.VerificationKey;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Makes one person's signed approval: with a key's file, or with what `ssh-keygen` signed.
record Signing(Call call, RunState state, StepId step, Assembled assembled, PersonName person) {
    static final String COMMENT = "--comment";
    static final String PRINT = "--print-statement";
    static final String STATEMENT = "--statement";
    static final String SIGNATURE = "--signature";
    private static final int NONCE_BYTES = 16;

    boolean isToPrint() {
        return call.has(PRINT);
    }

    /// Writes what is to be signed, and says how.
    Exit print() throws Trouble {
        Path file = Path.of(call.text(PRINT).orElseThrow());
        try {
            Files.write(file, claim().statement().bytes());
        } catch (IOException broken) {
            throw Trouble.failed(
                    "the file " + file + " can't be written: " + broken.getMessage(),
                    "name another one with " + PRINT);
        }
        Console console = call.console();
        console.say("what is to be signed is in " + file + "; nothing is approved yet");
        console.say("  → ssh-keygen -Y sign -n gotthard -f ~/.ssh/id_ed25519 " + file);
        console.say(
                "  → gotthard approve %s %s --as %s --statement %s --signature %s.sig"
                        .formatted(state.id(), step, person, file, file));
        console.json(
                JsonLine.of("statement")
                        .put("run", state.id().value())
                        .put("step", step.value())
                        .put("by", person.value())
                        .put("file", file.toString()));
        return Exit.DONE;
    }

    /// The approval as it was signed, or is signed now.
    Request.Approve request() throws Trouble {
        boolean hasStatement = call.has(STATEMENT);
        if (hasStatement != call.has(SIGNATURE)) {
            throw Trouble.badUse(
                    "a statement and its signature belong together",
                    "give both, " + STATEMENT + " and " + SIGNATURE);
        }
        return hasStatement ? handedIn() : claim().signed(Keys.read(key()));
    }

    /// Why the approval would not count.
    Optional<String> refusal(Request.Approve request) {
        return new Vetting(assembled.graph(), new Basis(inventory()))
                .refusal(state, request, now());
    }

    static String nonce() {
        byte[] bytes = new byte[NONCE_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private ApprovalClaim claim() {
        Instant now = now();
        return new ApprovalClaim(
                state.id(),
                step,
                new Basis(inventory()).digest(state.opening(), step),
                person,
                now,
                now.plus(validFor()),
                nonce(),
                call.text(COMMENT).orElse(""));
    }

    private Duration validFor() {
        return assembled
                .graph()
                .step(step)
                .map(Step::work)
                .filter(Work.Approval.class::isInstance)
                .map(work -> ((Work.Approval) work).validFor())
                .orElse(Duration.ZERO);
    }

    private Request.Approve handedIn() throws Trouble {
        byte[] statement = read(call.text(STATEMENT).orElseThrow());
        String signature =
                new String(read(call.text(SIGNATURE).orElseThrow()), StandardCharsets.UTF_8);
        String envelope = Envelope.ofSsh(statement, signature).text();
        return Envelope.verify(envelope, keysOfPerson())
                        instanceof Verification.Verified(var key, var verified)
                ? ApprovalClaim.of(verified)
                        .map(claim -> claim.request(envelope, key))
                        .orElseGet(() -> unverified(envelope))
                : unverified(envelope);
    }

    /// What will be refused, with the reason why.
    private Request.Approve unverified(String envelope) {
        return new Request.Approve(
                step,
                person,
                now(),
                "",
                Optional.of(new Request.Signed("", now(), "", "", envelope)));
    }

    private Set<VerificationKey> keysOfPerson() {
        return Optional.ofNullable(inventory().people().get(person)).stream()
                .flatMap(
                        known ->
                                Stream.concat(
                                        known.keys().stream(),
                                        known.revoked().stream().map(Person.Revoked::key)))
                .map(VerificationKey::ofLine)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    private static byte[] read(String file) throws Trouble {
        try {
            return Files.readAllBytes(Path.of(file));
        } catch (IOException broken) {
            throw Trouble.failed(
                    "the file " + file + " can't be read: " + broken.getMessage(),
                    "make it with " + PRINT + " and ssh-keygen -Y sign -n gotthard");
        }
    }

    private KeyFile key() throws Trouble {
        KeyFile key = Keys.of(call, inventory(), person);
        KeyFile usual = Keys.usual(call);
        if (!key.equals(usual) || Files.exists(usual.path())) {
            return key;
        }
        throw Trouble.badUse(
                "an approval is signed, and you have no key: neither "
                        + Keys.KEY
                        + " nor GOTTHARD_KEY names one, and there is no "
                        + usual.path(),
                "make one with gotthard key new and have its line listed under people: of the inventory, or sign with"
                        + " a key of OpenSSH that is listed there: "
                        + PRINT
                        + " FILE says how");
    }

    private Inventory inventory() {
        return assembled.inventory();
    }

    private Instant now() {
        return call.surroundings().clock().instant();
    }
}
