package gotthard.secret;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Resolves references to secrets, at the moment when a site is opened and not before.
public final class Secrets {
    private static final long PATIENCE_SECONDS = 30;

    private final Map<String, String> environment;

    /// `environment` holds the variables that `env:` references may name.
    public Secrets(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /// The value behind a reference; trailing line ends of files and programs are dropped.
    ///
    /// @throws Unresolved when there is none, naming the reference and never a value
    public Secret resolve(SecretRef ref) throws Unresolved, InterruptedException {
        Secret secret =
                switch (ref) {
                    case SecretRef.Env(var variable) -> fromEnvironment(variable);
                    case SecretRef.File file -> fromFile(file);
                    case SecretRef.Exec exec -> fromProgram(exec);
                };
        KnownSecrets.add(secret);
        return secret;
    }

    private Secret fromEnvironment(String variable) throws Unresolved {
        String value = environment.get(variable);
        if (value == null) {
            throw new Unresolved("the environment variable " + variable + " is not set; export it");
        }
        return Secret.of(value);
    }

    private static Secret fromFile(SecretRef.File file) throws Unresolved {
        try {
            return Secret.of(Files.readString(file.path()).stripTrailing());
        } catch (IOException e) {
            throw new Unresolved(
                    "the secret file "
                            + file.path()
                            + " can't be read ("
                            + e.getClass().getSimpleName()
                            + "); check that it exists and that you may read it");
        }
    }

    private static Secret fromProgram(SecretRef.Exec exec) throws Unresolved, InterruptedException {
        String program = exec.command().getFirst();
        try {
            Process process =
                    new ProcessBuilder(exec.command())
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            process.getOutputStream().close();
            byte[] printed = process.getInputStream().readAllBytes();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new Unresolved(
                        "the secret program "
                                + program
                                + " did not end in "
                                + PATIENCE_SECONDS
                                + " s");
            }
            if (process.exitValue() != 0) {
                throw new Unresolved(
                        "the secret program " + program + " ended with " + process.exitValue());
            }
            return Secret.of(
                    new String(printed, java.nio.charset.StandardCharsets.UTF_8).stripTrailing());
        } catch (IOException e) {
            throw new Unresolved(
                    "the secret program " + program + " can't be started; is it installed?");
        }
    }
}
