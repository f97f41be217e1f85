package gotthard.cli;

import gotthard.problem.Suggestion;
import gotthard.signing.KeyFile;
import gotthard.signing.SigningKey;

import picocli.CommandLine.Model.CommandSpec;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;

/// `gotthard key`.
final class KeyTask implements Task {
    private static final String OUT = "--out";

    @Override
    public void declare(CommandSpec spec) {
        Options.about(
                spec,
                "Looks after the key that you sign approvals with: new makes one, show prints the line for the inventory."
                        + " The private half never leaves its file. A key of OpenSSH does as well: approve says how.",
                "gotthard key new",
                "gotthard key show --key keys/platform-lead-1");
        Options.words(spec, "1", "new|show", "What to do.");
        Options.value(
                spec, "FILE", "Where the new key goes; ~/.config/gotthard/key by itself.", OUT);
        Options.value(
                spec,
                "FILE",
                "The key to show; $GOTTHARD_KEY or ~/.config/gotthard/key by itself.",
                Keys.KEY);
    }

    @Override
    public Exit run(Call call) throws Trouble {
        String word = call.words().getFirst();
        return switch (word) {
            case "new" -> make(call);
            case "show" -> show(call, Keys.read(Keys.file(call)));
            default ->
                    throw Trouble.badUse(
                            "gotthard key does not know \"" + word + "\"",
                            Suggestion.didYouMean(word, List.of("new", "show"))
                                    .orElse("it knows new and show"));
        };
    }

    private static Exit make(Call call) throws Trouble {
        KeyFile file =
                call.text(OUT).map(Path::of).map(KeyFile::new).orElseGet(() -> Keys.usual(call));
        return switch (file.write(SigningKey.make(new SecureRandom()))) {
            case KeyFile.Result.Refused(var why, var next) -> throw Trouble.failed(why, next);
            case KeyFile.Result.Done(var key) -> {
                call.console()
                        .say(
                                Reports.good(
                                        call.console(),
                                        "the key is in " + file.path() + ", for you alone"));
                call.console()
                        .say("  → have this line added to the inventory, under keys: of your name");
                yield show(call, key);
            }
        };
    }

    private static Exit show(Call call, SigningKey key) {
        String line = key.verification().line(System.getProperty("user.name", "somebody"));
        call.console().result(line);
        call.console()
                .json(
                        JsonLine.of("key")
                                .put("line", line)
                                .put("fingerprint", key.verification().fingerprint()));
        return Exit.DONE;
    }
}
