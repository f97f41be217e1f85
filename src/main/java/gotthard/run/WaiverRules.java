package gotthard.run;

import gotthard.inventory.Person;
import gotthard.signing.Envelope;
import gotthard.signing.Statement;
import gotthard.signing.Verification;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// When it counts that somebody answers for what nothing shows.
///
/// @param wanted what must be signed
/// @param until when they answer for it
/// @param otherwise what to say when something else is signed
record WaiverRules(Statement wanted, Instant until, String otherwise) {
    /// How long somebody may answer for something; then it is answered for anew.
    static final Duration LONGEST = Duration.ofDays(90);

    /// Why an envelope does not say this in the person's name, if it does not.
    Optional<String> refusal(String envelope, Person person, Instant now) {
        if (!until.isAfter(now)) {
            return Optional.of("the waiver ended at " + until + "; sign one that ends later");
        }
        if (until.isAfter(now.plus(LONGEST))) {
            return Optional.of(
                    "the waiver would count until "
                            + until
                            + ", and nobody answers for longer than "
                            + LONGEST.toDays()
                            + " days; sign one that ends earlier");
        }
        return switch (Envelope.verify(envelope, Signature.known(person))) {
            case Verification.Rejected(var why) ->
                    Optional.of(
                            "the waiver does not have the signature of a key that the inventory lists for "
                                    + person.name()
                                    + ": "
                                    + why
                                    + "; sign it with a listed key, or have yours listed");
            case Verification.Verified(var key, var said) ->
                    Signature.revoked(person, key, now)
                            .or(
                                    () ->
                                            said.equals(wanted)
                                                    ? Optional.empty()
                                                    : Optional.of(otherwise));
        };
    }
}
