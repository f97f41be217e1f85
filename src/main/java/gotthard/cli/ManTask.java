package gotthard.cli;

import picocli.CommandLine.Model.CommandSpec;

/// `gotthard man`.
final class ManTask implements Task {
    @Override
    public void declare(CommandSpec spec) {
        Options.about(
                spec,
                "Prints the manual page of this program.",
                "gotthard man > ~/.local/share/man/man1/gotthard.1",
                "gotthard man | man -l -");
    }

    @Override
    public Exit run(Call call) {
        String page = ManPage.text();
        if (call.console().isJson()) {
            call.console().json(JsonLine.of("man").put("text", page));
        } else {
            call.surroundings().out().print(page);
        }
        return Exit.DONE;
    }
}
