package gotthard.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.CharBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class SecretsTest {
    private static final String CANARY = "canary-5f1d";

    private final Secrets secrets = new Secrets(Map.of("TOKEN", CANARY));

    @Nested
    class AValue {
        @Test
        void hasNoPrintableForm() {
            var secret = Secret.of(CANARY);

            assertThat(secret).hasToString("(secret)");
            assertThat(String.format("%s", List.of(secret))).doesNotContain(CANARY);
        }

        @Test
        void isWipedAfterItWasLent() {
            byte[][] lent = new byte[1][];

            int length =
                    Secret.of(CANARY)
                            .<Integer>reveal(
                                    bytes -> {
                                        lent[0] = bytes;
                                        return bytes.length;
                                    });

            assertThat(length).isEqualTo(CANARY.length());
            assertThat(lent[0]).containsOnly(0);
        }
    }

    @Nested
    class AReference {
        @TempDir Path folder;

        @Test
        void leadsToAVariable() throws Exception {
            assertThat(text(secrets.resolve(new SecretRef.Env("TOKEN")))).isEqualTo(CANARY);
        }

        @Test
        void leadsToAFileWithoutItsLastLineEnd() throws Exception {
            Path file = Files.writeString(folder.resolve("token"), CANARY + "\n");

            assertThat(text(secrets.resolve(new SecretRef.File(file)))).isEqualTo(CANARY);
        }

        @Test
        void leadsToWhatAProgramPrints() throws Exception {
            var exec = new SecretRef.Exec(List.of("printf", "%s\n", CANARY));

            assertThat(text(secrets.resolve(exec))).isEqualTo(CANARY);
        }

        @Test
        void toNothingSaysWhatToDo() {
            assertThatThrownBy(() -> secrets.resolve(new SecretRef.Env("MISSING")))
                    .isInstanceOf(Unresolved.class)
                    .hasMessage("the environment variable MISSING is not set; export it");
            assertThatThrownBy(() -> secrets.resolve(new SecretRef.File(folder.resolve("missing"))))
                    .isInstanceOf(Unresolved.class)
                    .hasMessageContaining("can't be read")
                    .hasMessageContaining("check that it exists");
        }

        @Test
        void toAFailingProgramKeepsWhatItPrintedToItself() {
            var exec = new SecretRef.Exec(List.of("sh", "-c", "echo " + CANARY + "; exit 3"));

            assertThatThrownBy(() -> secrets.resolve(exec))
                    .isInstanceOf(Unresolved.class)
                    .hasMessage("the secret program sh ended with 3");
        }

        private static String text(Secret secret) {
            return secret.revealText(CharBuffer::toString);
        }
    }
}
