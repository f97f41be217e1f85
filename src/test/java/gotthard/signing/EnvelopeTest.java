package gotthard.signing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;

final class EnvelopeTest {
    private final SigningKey key = Given.key();
    private final SigningKey other = Given.key();
    private final Statement statement = Given.statement();
    private final String envelope = Envelope.sign(statement, key).text();

    @Nested
    class Signed {
        @Test
        void givesTheStatementToWhoAllowsItsKey() {
            var verification =
                    Envelope.verify(envelope, Set.of(other.verification(), key.verification()));

            assertThat(verification)
                    .isEqualTo(new Verification.Verified(key.verification(), statement));
        }

        @Test
        void countsForNothingWhereItsKeyIsNotAllowed() {
            var verification = Envelope.verify(envelope, Set.of(other.verification()));

            assertThat(Given.text(verification))
                    .isEqualTo(
                            "none of these keys signed it (it names " + key.verification() + ")");
        }

        @Test
        void isNotHelpedByANamedKey() {
            String forged =
                    Envelope.sign(statement, other)
                            .text()
                            .replace(
                                    other.verification().fingerprint(),
                                    key.verification().fingerprint());

            var verification = Envelope.verify(forged, Set.of(key.verification()));

            assertThat(Given.text(verification))
                    .isEqualTo(
                            "none of these keys signed it (it names " + key.verification() + ")");
        }

        @Test
        void needsNoNamedKey() {
            String anonymous =
                    envelope.replace("\"keyid\":\"" + key.verification().fingerprint() + "\",", "");

            var verification = Envelope.verify(anonymous, Set.of(key.verification()));

            assertThat(verification).isInstanceOf(Verification.Verified.class);
        }

        @Test
        void isVoidOnceOneBitOfItsStatementChanges() {
            byte[] bytes = statement.bytes();
            for (int at = 0; at < bytes.length; at++) {
                byte[] changed = bytes.clone();
                changed[at] ^= 1;
                String altered = envelope.replace(base64(bytes), base64(changed));

                var verification = Envelope.verify(altered, Set.of(key.verification()));

                assertThat(verification).isInstanceOf(Verification.Rejected.class);
            }
        }

        @Test
        void isVoidUnderAnotherPayloadType() {
            String altered = envelope.replace("vnd.in-toto+json", "vnd.other+json");

            var verification = Envelope.verify(altered, Set.of(key.verification()));

            assertThat(Given.text(verification))
                    .isEqualTo("it is no envelope around an in-toto statement");
        }
    }

    @Nested
    class Malformed {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "[]|it is no JSON object",
                    "{|its JSON is cut short",
                    "{\"payloadType\":1}|its JSON has something else than objects, arrays and texts",
                    "{\"a\":\"\",\"a\":\"\"}|its JSON has \"a\" twice",
                    "{\"a\":\"\\x\"}|its JSON has an escape that is none",
                    "{} {}|something follows the JSON object",
                    "{}|it has no \"payloadType\"",
                    "{\"payloadType\":[]}|its \"payloadType\" is no text",
                })
        void saysWhy(String text, String why) {
            assertThat(Given.text(Envelope.verify(text, Set.of()))).isEqualTo(why);
        }

        @Test
        void refusesDeepNesting() {
            String deep = "{\"a\":" + "[".repeat(100_000);

            assertThat(Given.text(Envelope.verify(deep, Set.of())))
                    .isEqualTo("its JSON is nested too deeply");
        }

        @ParameterizedTest
        @ValueSource(strings = {"[]", "[{\"sig\":\"\"},{\"sig\":\"\"}]", "[\"\"]"})
        void takesExactlyOneSignature(String signatures) {
            String altered = envelope.replaceAll("\\[.*]", signatures);

            assertThat(Given.text(Envelope.verify(altered, Set.of())))
                    .isEqualTo("its \"signatures\" is not one object in an array");
        }

        @Test
        void doesNotTakeOtherBytesForAStatementEvenIfTheyAreSigned() {
            byte[] body = "{\"_type\":\"other\"}".getBytes(StandardCharsets.UTF_8);
            byte[] covered =
                    "DSSEv1 28 application/vnd.in-toto+json 17 {\"_type\":\"other\"}"
                            .getBytes(StandardCharsets.UTF_8);
            String signed =
                    new Envelope(
                                    base64(body),
                                    new Envelope.Signature.Dsse("", base64(key.sign(covered))))
                            .text();

            var verification = Envelope.verify(signed, Set.of(key.verification()));

            assertThat(Given.text(verification)).isEqualTo("it is no in-toto Statement v1");
        }
    }

    @Test
    void isWrittenAsOthersReadIt() {
        String json = new String(statement.bytes(), StandardCharsets.UTF_8);

        assertThat(json)
                .isEqualTo(
                        "{\"_type\":\"https://in-toto.io/Statement/v1\",\"subject\":[{\"name\":\"go\",\"digest\":{\"sha256\":\""
                                + "ab".repeat(32)
                                + "\"}}],\"predicateType\":\"https://gotthard.invalid/test/v1\",\"predicate\":{\"run\":\"europe-files-k3x9q\","
                                + "\"comment\":\"counts\\u0009looked at: \\\"fine\\\" – 2,000 ✓\\n\"}}");
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
