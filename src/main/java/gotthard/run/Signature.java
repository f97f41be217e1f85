package gotthard.run;

import gotthard.inventory.Person;
import gotthard.journal.Request;
import gotthard.journal.RunState;
import gotthard.signing.Envelope;
import gotthard.signing.Verification;
import gotthard.signing.VerificationKey;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Judges what makes an approval somebody's own: the key, and that the signed statement says what is asked. Nothing that is beside the
/// signed bytes is taken from the request.
record Signature(RunState run, Basis basis) {
    Optional<String> refusal(Request.Approve approve, Person person, Instant now) {
        if (approve.signed().isEmpty()) {
            return Optional.of(
                    "the approval is not signed; sign it: gotthard approve with --key, or with --print-statement and"
                            + " ssh-keygen");
        }
        Request.Signed signed = approve.signed().get();
        Set<VerificationKey> keys = known(person);
        if (keys.isEmpty()) {
            return Optional.of(
                    "the inventory lists no key of "
                            + person.name()
                            + "; add the line that gotthard key show prints under spec.people."
                            + person.name()
                            + ".keys");
        }
        return switch (Envelope.verify(signed.envelope(), keys)) {
            case Verification.Rejected(var why) ->
                    Optional.of(
                            "the approval does not have the signature of a key that the inventory lists for "
                                    + person.name()
                                    + ": "
                                    + why
                                    + "; sign it with a listed key, or have yours listed");
            case Verification.Verified(var key, var statement) ->
                    revoked(person, key, now)
                            .or(
                                    () ->
                                            ApprovalClaim.of(statement)
                                                    .map(claim -> refusal(claim, approve, key))
                                                    .orElseGet(
                                                            () ->
                                                                    Optional.of(
                                                                            "what is signed is no approval, but "
                                                                                    + statement
                                                                                            .predicateType())));
        };
    }

    /// Whether a key that an approval was signed with counts no more.
    static boolean isRevoked(Person person, Request.Signed signed, Instant now) {
        return person.revoked().stream()
                .filter(one -> one.holds(now))
                .map(Person.Revoked::key)
                .map(VerificationKey::ofLine)
                .flatMap(Optional::stream)
                .anyMatch(key -> key.encoded().equals(signed.key()));
    }

    /// All keys of a person, those that count no more included: so that these are told from those of strangers.
    static Set<VerificationKey> known(Person person) {
        Set<VerificationKey> keys = new HashSet<>(keys(person.keys()));
        keys.addAll(keys(person.revoked().stream().map(Person.Revoked::key).toList()));
        return keys;
    }

    /// Why a key counts no more, if it does not.
    static Optional<String> revoked(Person person, VerificationKey key, Instant now) {
        return person.revoked().stream()
                .filter(one -> VerificationKey.ofLine(one.key()).equals(Optional.of(key)))
                .filter(one -> one.holds(now))
                .findFirst()
                .map(
                        one ->
                                "the key "
                                        + key
                                        + " of "
                                        + person.name()
                                        + " is revoked since "
                                        + one.since()
                                        + "; sign with another key");
    }

    private Optional<String> refusal(
            ApprovalClaim claim, Request.Approve approve, VerificationKey key) {
        if (!claim.run().equals(run.id())) {
            return Optional.of(
                    "the approval is for the run "
                            + claim.run()
                            + ", not for this one; approve this one");
        }
        if (!claim.step().equals(approve.step())) {
            return Optional.of(
                    "the approval is for the step "
                            + claim.step()
                            + ", not for "
                            + approve.step()
                            + "; approve that one");
        }
        if (!claim.by().equals(approve.by())) {
            return Optional.of(
                    "the approval is by "
                            + claim.by()
                            + ", not by "
                            + approve.by()
                            + "; approve with your own name");
        }
        if (!claim.digest().equals(basis.digest(run.opening(), claim.step()))) {
            return Optional.of(
                    "what "
                            + claim.step()
                            + " decides about is not what was approved: the plan, the policy or who decides has"
                            + " changed; look at it and approve again");
        }
        boolean isSaidAlike =
                approve.signed()
                        .map(signed -> claim.request(signed.envelope(), key))
                        .equals(Optional.of(approve));
        if (!isSaidAlike) {
            return Optional.of(
                    "the approval says something else than what is signed; approve again");
        }
        boolean isSeen =
                run.approvals().stream()
                        .flatMap(earlier -> earlier.signed().stream())
                        .anyMatch(earlier -> earlier.nonce().equals(claim.nonce()));
        return isSeen
                ? Optional.of("this very approval was given before, and counts once; approve anew")
                : Optional.empty();
    }

    private static List<VerificationKey> keys(Collection<String> lines) {
        return lines.stream().map(VerificationKey::ofLine).flatMap(Optional::stream).toList();
    }
}
