package gotthard.signing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;

final class KeyTest {
    @Nested
    class OfRfc8032 {
        private static final String SEED =
                "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb";
        private static final String POINT =
                "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c";
        private static final String SIGNATURE =
                "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                        + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00";

        @Test
        void isReadAndSignsAsTheStandardSays() {
            var key =
                    SigningKey.ofPkcs8(
                            HexFormat.of().parseHex("302e020100300506032b657004220420" + SEED));

            assertThat(key.verification())
                    .isEqualTo(VerificationKey.ofRaw(HexFormat.of().parseHex(POINT)));
            assertThat(HexFormat.of().formatHex(key.sign(new byte[] {0x72}))).isEqualTo(SIGNATURE);
        }
    }

    @Nested
    class ALine {
        private final VerificationKey key = Given.key().verification();

        @Test
        void comesBackAsTheSameKeyWhateverItsComment() {
            assertThat(VerificationKey.ofLine(key.line("somebody at home"))).contains(key);
            assertThat(VerificationKey.ofLine("  " + key.line(""))).contains(key);
        }

        @Test
        void isOfAnotherKeyForEachKey() {
            assertThat(VerificationKey.ofLine(Given.key().verification().line("")))
                    .isPresent()
                    .isNotEqualTo(java.util.Optional.of(key));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "ssh-ed25519",
                    "ssh-ed25519 AAAA",
                    "ssh-ed25519 !!!!",
                    "ssh-ed25519 AAAAB3NzaC1yc2EAAAADAQABAAAAAQ==",
                    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIA=="
                })
        void isRefusedWhenItIsNone(String line) {
            assertThat(VerificationKey.ofLine(line)).isEmpty();
        }

        @Test
        void isRefusedUnderAnotherName() {
            assertThat(VerificationKey.ofLine("ssh-rsa " + key.encoded())).isEmpty();
        }
    }

    @Nested
    class AFile {
        @TempDir Path folder;
        private final SigningKey key = Given.key();

        @Test
        void isReadableByItsOwnerAloneAndComesBack() throws Exception {
            var file = new KeyFile(folder.resolve("below/key"));

            file.write(key);

            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
                    .isEqualTo("rw-------");
            assertThat(file.read())
                    .isInstanceOfSatisfying(
                            KeyFile.Result.Done.class,
                            done ->
                                    assertThat(done.key().verification())
                                            .isEqualTo(key.verification()));
        }

        @Test
        void isNeverReplaced() throws Exception {
            var file = new KeyFile(Files.writeString(folder.resolve("key"), "precious"));

            var result = file.write(key);

            assertThat(text(result)).startsWith("there is a file FILE already");
            assertThat(file.path()).hasContent("precious");
        }

        @ParameterizedTest
        @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rw-----w-"})
        void isRefusedWhereOthersMayUseIt(String mode) throws Exception {
            var file = new KeyFile(folder.resolve("key"));
            file.write(key);
            Files.setPosixFilePermissions(file.path(), PosixFilePermissions.fromString(mode));

            assertThat(text(file.read()))
                    .isEqualTo(
                            "others than its owner may read or write the key file FILE → chmod 600 FILE;"
                                    + " if somebody may have read it, make a new key");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----",
                    "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----",
                })
        void isRefusedWhenItHasNoKey(String content) throws Exception {
            var file = new KeyFile(folder.resolve("key"));
            file.write(key);
            Files.writeString(file.path(), content);

            assertThat(text(file.read()))
                    .startsWith("the key file FILE can't be used: it ")
                    .endsWith(
                            " → make one with gotthard key new; a key of OpenSSH signs with ssh-keygen -Y sign");
        }

        @Test
        void isMissedWithTheCommandThatMakesOne() {
            assertThat(text(new KeyFile(folder.resolve("key")).read()))
                    .isEqualTo("there is no key file FILE → gotthard key new --out FILE");
        }

        private String text(KeyFile.Result result) {
            return switch (result) {
                case KeyFile.Result.Done(var done) -> done.toString();
                case KeyFile.Result.Refused(var why, var next) ->
                        (why + " → " + next).replace(folder.resolve("key").toString(), "FILE");
            };
        }
    }

    @Test
    void doesNotPrintItsSecret() {
        var key = Given.key();

        assertThat(key).hasToString("the key " + key.verification().fingerprint());
    }
}
