package gotthard.signing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Set;

final class SshSignatureTest {
    private final Statement statement = Given.statement();

    /// The real tool's signatures.
    @Nested
    @DisabledIf(
            value = "gotthard.signing.SshKeygen#isMissing",
            disabledReason = "there is no /usr/bin/ssh-keygen")
    class OfSshKeygen {
        @TempDir Path folder;
        private SshKeygen tool = new SshKeygen(Path.of(""));
        private VerificationKey key = Given.key().verification();

        @BeforeEach
        void makeKey() throws Exception {
            tool = new SshKeygen(folder);
            key = VerificationKey.ofLine(tool.makeKey()).orElseThrow();
            Files.write(folder.resolve("statement"), statement.bytes());
        }

        @ParameterizedTest
        @ValueSource(strings = {"sha256", "sha512"})
        void countsAsTheEnvelopesOwn(String digest) throws Exception {
            Path signature =
                    tool.sign(folder.resolve("statement"), "gotthard", "-O", "hashalg=" + digest);

            var verification = verify(Files.readString(signature), key);

            assertThat(verification).isEqualTo(new Verification.Verified(key, statement));
        }

        @Test
        void isVoidOverAnotherStatement() throws Exception {
            Path signature = tool.sign(Files.writeString(folder.resolve("other"), "x"), "gotthard");

            var verification = verify(Files.readString(signature), key);

            assertThat(Given.text(verification)).isEqualTo("its signature is of something else");
        }

        @Test
        void isVoidForAnotherUse() throws Exception {
            Path signature = tool.sign(folder.resolve("statement"), "git");

            var verification = verify(Files.readString(signature), key);

            assertThat(Given.text(verification))
                    .isEqualTo("it was signed for \"git\", not with -n gotthard");
        }

        @Test
        void isVoidByAKeyThatIsNotAllowed() throws Exception {
            Path signature = tool.sign(folder.resolve("statement"), "gotthard");

            var verification = verify(Files.readString(signature), Given.key().verification());

            assertThat(Given.text(verification))
                    .isEqualTo("none of these keys signed it (it names " + key + ")");
        }

        @Test
        void isVoidUnderAnothersName() throws Exception {
            VerificationKey victim = Given.key().verification();
            Path signature = tool.sign(folder.resolve("statement"), "gotthard");
            byte[] blob = blob(Files.readString(signature));
            System.arraycopy(Base64.getDecoder().decode(victim.encoded()), 0, blob, 14, 51);

            var verification = verify(armored(blob), victim);

            assertThat(Given.text(verification)).isEqualTo("its signature is of something else");
        }

        @Test
        void namesTheKeyAsWeDo() throws Exception {
            assertThat(tool.run("-l", "-f", folder.resolve("id.pub").toString()))
                    .contains(key.fingerprint());
        }
    }

    /// What a token signs (PROTOCOL.u2f), made by a key in this JVM.
    @Nested
    class OfAToken {
        private final SigningKey inside = Given.key();
        private final VerificationKey key =
                VerificationKey.ofBlob(
                        new SshWire.Output()
                                .string(VerificationKey.TOKEN)
                                .string(point(inside))
                                .string("ssh:")
                                .bytes());

        @Test
        void countsWhenSomebodyTouchedIt() {
            assertThat(verify(signed(1), key)).isEqualTo(new Verification.Verified(key, statement));
        }

        @Test
        void isVoidWhenNobodyDid() {
            assertThat(Given.text(verify(signed(0), key)))
                    .isEqualTo("nobody touched the token that signed it");
        }

        @Test
        void isListedLikeOthers() {
            assertThat(VerificationKey.ofLine(key.line("token"))).contains(key);
        }

        private String signed(int flags) {
            byte[] ending = {(byte) flags, 0, 0, 0, 7};
            byte[] wrapped =
                    new SshWire.Output()
                            .raw("SSHSIG".getBytes(StandardCharsets.US_ASCII))
                            .string("gotthard")
                            .string("")
                            .string("sha256")
                            .string(VerificationKey.sha256(statement.bytes()))
                            .bytes();
            byte[] covered =
                    new SshWire.Output()
                            .raw(VerificationKey.sha256("ssh:".getBytes(StandardCharsets.US_ASCII)))
                            .raw(ending)
                            .raw(VerificationKey.sha256(wrapped))
                            .bytes();
            byte[] signature =
                    new SshWire.Output()
                            .string(VerificationKey.TOKEN)
                            .string(inside.sign(covered))
                            .raw(ending)
                            .bytes();
            return armored(
                    new SshWire.Output()
                            .raw("SSHSIG".getBytes(StandardCharsets.US_ASCII))
                            .raw(new byte[] {0, 0, 0, 1})
                            .string(Base64.getDecoder().decode(key.encoded()))
                            .string("gotthard")
                            .string("")
                            .string("sha256")
                            .string(signature)
                            .bytes());
        }

        private static byte[] point(SigningKey key) {
            byte[] blob = Base64.getDecoder().decode(key.verification().encoded());
            return java.util.Arrays.copyOfRange(blob, blob.length - 32, blob.length);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-----BEGIN SSH SIGNATURE-----",
                "-----BEGIN SSH SIGNATURE-----\n-----END SSH SIGNATURE-----",
                "-----BEGIN SSH SIGNATURE-----\n!!!\n-----END SSH SIGNATURE-----",
                "-----BEGIN SSH SIGNATURE-----\nU1NIU0lHAAAAAX////8=\n-----END SSH SIGNATURE-----"
            })
    void isRefusedWhenItIsNone(String armored) {
        assertThat(verify(armored, Given.key().verification()))
                .isInstanceOf(Verification.Rejected.class);
    }

    private Verification verify(String armored, VerificationKey allowed) {
        String envelope = Envelope.ofSsh(statement.bytes(), armored).text();
        return Envelope.verify(envelope, Set.of(allowed));
    }

    private static byte[] blob(String armored) {
        return Base64.getDecoder()
                .decode(armored.replaceAll("-----[A-Z ]*-----", "").replaceAll("\\s", ""));
    }

    private static String armored(byte[] blob) {
        return "-----BEGIN SSH SIGNATURE-----\n"
                + Base64.getEncoder().encodeToString(blob)
                + "\n-----END SSH SIGNATURE-----\n";
    }
}
