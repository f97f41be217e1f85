package gotthard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// What `serve` refuses, and says about it.
final class ServeTaskTest {
    @TempDir Path folder;
    private Workplace here;

    @BeforeEach
    void runs() {
        here = new Workplace(folder);
        here.type("apply", Workplace.plan("gate"));
    }

    @Test
    void refusesWhatIsNoAddress() {
        Typed typed = here.type("serve", "--listen", "here");

        assertThat(typed.exit()).isEqualTo(Exit.BAD_USE);
        assertThat(typed.err())
                .contains("--listen does not take \"here\"")
                .contains("→ write an address and a port");
    }

    @Test
    void refusesAPortThatIsInUse() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Typed typed = here.type("serve", "--listen", "127.0.0.1:" + taken.getLocalPort());

            assertThat(typed.exit()).isEqualTo(Exit.FAILED);
            assertThat(typed.err())
                    .contains("nothing can listen at 127.0.0.1:" + taken.getLocalPort())
                    .contains("→ choose another port");
        }
    }

    @Test
    void isOpenToOthersOnlyWithTokensAndTls() throws IOException {
        Path tokens =
                tokens("tokens: [{name: wall, role: viewer, sha256: " + "0".repeat(64) + "}]");

        assertThat(here.type("serve", "--listen", "0.0.0.0:0").err())
                .contains("--tokens does not say who may look");
        assertThat(here.type("serve", "--listen", "0.0.0.0:0", "--tokens", tokens.toString()).err())
                .contains("tokens would go there in the clear");
        assertThat(
                        here.type(
                                        "serve",
                                        "--listen",
                                        "0.0.0.0:0",
                                        "--tokens",
                                        tokens.toString(),
                                        "--behind-proxy")
                                .err())
                .contains("0.0.0.0 is every address");
    }

    @Test
    void refusesAFileOfTokensThatIsWrong() throws IOException {
        Path tokens = tokens("tokens: [{name: wall, role: king, sha256: secret}]");

        Typed typed = here.type("serve", "--tokens", tokens.toString());

        assertThat(typed.exit()).isEqualTo(Exit.BAD_INPUT);
        assertThat(typed.out()).contains("king").contains("a SHA-256 has 64 digits");
    }

    @Test
    void refusesAFileOfTokensThatOthersMayWrite() throws IOException {
        Path tokens = tokens("tokens: []");
        Files.setPosixFilePermissions(tokens, PosixFilePermissions.fromString("rw-rw-rw-"));

        Typed typed = here.type("serve", "--tokens", tokens.toString());

        assertThat(typed.exit()).isEqualTo(Exit.FAILED);
        assertThat(typed.err()).contains("others than its owner may write the file " + tokens);
    }

    private Path tokens(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("tokens.yaml"), text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
}
