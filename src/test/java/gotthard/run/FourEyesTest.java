package gotthard.run;

import static gotthard.run.FourEyes.NOW;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.Golden;
import gotthard.inventory.PersonName;
import gotthard.journal.Request;
import gotthard.journal.RunId;
import gotthard.signing.Envelope;
import gotthard.signing.SshKeygen;
import gotthard.signing.VerificationKey;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Who may approve what, and every reason why an approval does not count.
final class FourEyesTest {
    private static final String ACCEPTED = "accepted";

    private final FourEyes here = new FourEyes();

    private static void refused(String golden, String why) {
        assertThat(why).isNotEqualTo(ACCEPTED);
        Golden.assertMatches(
                "approvals/" + golden + ".txt",
                why.replaceAll("SHA256:[A-Za-z0-9+/]{43}", "SHA256:KEY"));
    }

    @Nested
    class TwoPeople {
        @Test
        void openTheGate() {
            assertThat(here.waitsFor("go", NOW))
                    .isEqualTo("[platform-lead, supervisor] and 0 more");

            assertThat(here.asked(here.signed("go", "lead-3"))).isEqualTo(ACCEPTED);
            assertThat(here.waitsFor("go", NOW)).isEqualTo("[supervisor] and 0 more");
            assertThat(here.asked(here.signed("go", "supervisor-1"))).isEqualTo(ACCEPTED);
            assertThat(here.waitsFor("go", NOW)).isEqualTo("[] and 0 more");
        }

        @Test
        void areNotOnePersonTwice() {
            assertThat(here.asked(here.signed("go", "lead-2"))).isEqualTo(ACCEPTED);

            refused("same-person", here.asked(here.signed("go", "lead-2")));
            assertThat(here.waitsFor("go", NOW)).isNotEqualTo("[] and 0 more");
        }

        @Test
        void areNotOnePersonWithTwoKeys() {
            assertThat(here.asked(here.signed("go", "lead-2"))).isEqualTo(ACCEPTED);

            var again = here.claim("go", "lead-2").signed(Approvals.key("lead-2/second"));

            refused("same-person", here.asked(again));
        }
    }

    @Nested
    class AQuorum {
        @Test
        void isMetByDifferentPeople() {
            here.asked(here.signed("all", "lead-2"));
            here.asked(here.signed("all", "supervisor-1"));
            assertThat(here.waitsFor("all", NOW)).isEqualTo("[] and 1 more");

            here.asked(here.signed("all", "lead-3"));

            assertThat(here.waitsFor("all", NOW)).isEqualTo("[] and 0 more");
        }

        @Test
        void isNotMetByOnePersonWithTwoKeys() {
            here.asked(here.signed("all", "supervisor-1"));
            here.asked(here.signed("all", "lead-2"));
            here.asked(here.claim("all", "lead-2").signed(Approvals.key("lead-2/second")));

            assertThat(here.waitsFor("all", NOW)).isEqualTo("[] and 1 more");
        }
    }

    @Nested
    class Time {
        @Test
        void endsWhatTheSignerSaid() {
            var approval = here.claim("go", "lead-3", NOW.minus(Duration.ofDays(8)));

            refused("expired", here.asked(approval.signed(Approvals.key("lead-3"))));
        }

        @Test
        void endsWhatThePlanAllowsThoughTheSignerSaidMore() {
            var claim = here.claim("go", "lead-3", NOW.minus(Duration.ofDays(8)));
            var longer =
                    new ApprovalClaim(
                            claim.run(),
                            claim.step(),
                            claim.digest(),
                            claim.by(),
                            claim.at(),
                            NOW.plus(Duration.ofDays(100)),
                            claim.nonce(),
                            claim.comment());

            refused("expired", here.asked(longer.signed(Approvals.key("lead-3"))));
        }

        @Test
        void endsAnAcceptedApprovalBeforeTheGateOpens() {
            assertThat(here.asked(here.signed("go", "lead-3"))).isEqualTo(ACCEPTED);
            Instant later = NOW.plus(Duration.ofDays(7));

            assertThat(here.waitsFor("go", later)).contains("platform-lead");
            assertThat(
                            here.asked(
                                    here.claim("go", "lead-3", later)
                                            .signed(Approvals.key("lead-3")),
                                    later))
                    .isEqualTo(ACCEPTED);
        }

        @Test
        void hasNotComeYet() {
            var approval = here.claim("go", "lead-3", NOW.plus(Duration.ofHours(1)));

            refused("still-to-come", here.asked(approval.signed(Approvals.key("lead-3"))));
        }
    }

    @Nested
    class Replayed {
        @Test
        void countsOnce() {
            Request.Approve approval = here.signed("go", "lead-3");
            assertThat(here.asked(approval)).isEqualTo(ACCEPTED);

            refused("replayed", here.asked(approval));
        }

        @Test
        void isNotForAnotherStep() {
            Request.Approve approval = here.signed("go", "lead-3");

            var moved =
                    new Request.Approve(
                            Routes.id("all"),
                            approval.by(),
                            approval.at(),
                            approval.comment(),
                            approval.signed());

            refused("another-step", here.asked(moved));
        }

        @Test
        void isNotForAnotherRun() {
            var claim = here.claim("go", "lead-3");
            var elsewhere =
                    new ApprovalClaim(
                            new RunId("moves-zzzzz"),
                            claim.step(),
                            claim.digest(),
                            claim.by(),
                            claim.at(),
                            claim.expires(),
                            claim.nonce(),
                            claim.comment());

            refused("another-run", here.asked(elsewhere.signed(Approvals.key("lead-3"))));
        }

        @Test
        void isNotForAnotherPerson() {
            Request.Approve approval = here.signed("go", "lead-3");

            var stolen =
                    new Request.Approve(
                            approval.step(),
                            new PersonName("lead-2"),
                            approval.at(),
                            approval.comment(),
                            approval.signed());

            refused("another-person", here.asked(stolen));
        }

        @Test
        void doesNotGetALongerLifeBesideItsSignature() {
            Request.Approve approval = here.signed("go", "lead-3");
            Request.Signed signed = approval.signed().orElseThrow();

            var longer =
                    new Request.Approve(
                            approval.step(),
                            approval.by(),
                            approval.at(),
                            approval.comment(),
                            Optional.of(
                                    new Request.Signed(
                                            signed.digest(),
                                            signed.expires().plusSeconds(1),
                                            signed.nonce(),
                                            signed.key(),
                                            signed.envelope())));

            refused("said-otherwise", here.asked(longer));
        }
    }

    @Nested
    class WhoDecides {
        @Test
        void isNotTheAuthor() {
            refused("author", here.asked(here.signed("go", "lead-1")));
        }

        @Test
        void isNotWhoActsForTheAuthor() {
            refused("for-the-author", here.asked(here.signed("go", "friend")));
        }

        @Test
        void isOfTheInventory() {
            refused("unknown-person", here.asked(here.signed("go", "stranger")));
        }

        @Test
        void hasARoleThatIsAskedFor() {
            refused("without-role", here.asked(here.signed("go", "reader")));
        }

        @Test
        void actsForSomebody() {
            assertThat(here.asked(here.signed("go", "deputy"))).isEqualTo(ACCEPTED);
            assertThat(here.asked(here.signed("go", "lead-2"))).isEqualTo(ACCEPTED);

            assertThat(here.waitsFor("go", NOW)).isEqualTo("[] and 0 more");
        }

        @Test
        void actedForSomebodyUntilItsEnd() {
            refused("delegation-over", here.asked(here.signed("go", "former")));
        }

        @Test
        void actsUntilTheDelegationEndsAndNoLonger() {
            Instant last = Instant.parse("2019-12-31T23:59:59Z");
            here.asked(here.claim("go", "deputy", last).signed(Approvals.key("deputy")), last);

            assertThat(here.waitsFor("go", last)).isEqualTo("[supervisor] and 0 more");
            assertThat(here.waitsFor("go", last.plusSeconds(1))).contains("platform-lead");
        }
    }

    @Nested
    class AKey {
        @Test
        void isNeeded() {
            Request.Approve signed = here.signed("go", "lead-3");

            var unsigned =
                    new Request.Approve(
                            signed.step(),
                            signed.by(),
                            signed.at(),
                            signed.comment(),
                            Optional.empty());

            refused("unsigned", here.asked(unsigned));
        }

        @Test
        void isListed() {
            refused("no-key", here.asked(here.signed("go", "keyless")));
            refused(
                    "key-not-listed",
                    here.asked(here.claim("go", "lead-3").signed(Approvals.key("lead-3/home"))));
        }

        @Test
        void isNotAnothers() {
            refused(
                    "key-not-listed",
                    here.asked(here.claim("go", "lead-3").signed(Approvals.key("lead-2"))));
        }

        @Test
        void isNotTrustedByItsName() {
            var claim = here.claim("go", "lead-3");
            var forger = Approvals.key("forger");
            String envelope =
                    Envelope.sign(claim.statement(), forger)
                            .text()
                            .replace(
                                    forger.verification().fingerprint(),
                                    Approvals.key("lead-3").verification().fingerprint());

            var forged = claim.request(envelope, Approvals.key("lead-3").verification());

            refused("forged-key-id", here.asked(forged));
        }

        @Test
        void isNotRevoked() {
            refused(
                    "revoked-key",
                    here.asked(here.claim("go", "lead-3").signed(Approvals.key("lead-3/lost"))));
        }

        @Test
        void countedUntilItWasRevoked() {
            Instant before = Instant.parse("2019-10-31T23:59:59Z");
            var early = here.claim("go", "lead-3", before).signed(Approvals.key("lead-3/lost"));

            assertThat(here.asked(early, before)).isEqualTo(ACCEPTED);
            assertThat(here.waitsFor("go", before)).isEqualTo("[supervisor] and 0 more");
            assertThat(here.waitsFor("go", before.plusSeconds(1))).contains("platform-lead");
        }
    }

    @Nested
    class WhatIsDecided {
        @Test
        void isWhatWasSigned() {
            var claim = here.claim("go", "lead-3");
            var altered =
                    new ApprovalClaim(
                            claim.run(),
                            claim.step(),
                            "0".repeat(64),
                            claim.by(),
                            claim.at(),
                            claim.expires(),
                            claim.nonce(),
                            claim.comment());

            refused("altered-plan", here.asked(altered.signed(Approvals.key("lead-3"))));
        }
    }

    /// The same rules for people who keep their key in an agent or on a token.
    @Nested
    @DisabledIf(
            value = "gotthard.signing.SshKeygen#isMissing",
            disabledReason = "there is no /usr/bin/ssh-keygen")
    class OfSshKeygen {
        @Test
        void countsAsAnyOther(@TempDir Path folder) throws Exception {
            var tool = new SshKeygen(folder);
            String line = tool.makeKey();
            var key = VerificationKey.ofLine(line).orElseThrow();
            var claim = here.claim("go", "lead-3");
            Path statement = Files.write(folder.resolve("go"), claim.statement().bytes());
            Path signature = tool.sign(statement, "gotthard");
            String envelope =
                    Envelope.ofSsh(Files.readAllBytes(statement), Files.readString(signature))
                            .text();

            Request.Approve approval = claim.request(envelope, key);

            refused("key-not-listed", here.asked(approval));
            assertThat(new FourEyes().listing("lead-3", line).asked(approval)).isEqualTo(ACCEPTED);
        }
    }
}
