package gotthard.cli;

import gotthard.graph.Assembled;
import gotthard.problem.Checked;

import java.io.UncheckedIOException;
import java.util.function.Supplier;

/// Says what to do where the sites of a sandbox do not start.
final class Sites {
    private Sites() {}

    static Checked<Assembled> reaching(Supplier<Checked<Assembled>> assembly) throws Trouble {
        try {
            return assembly.get();
        } catch (UncheckedIOException broken) {
            throw trouble(broken);
        }
    }

    static Trouble trouble(UncheckedIOException broken) {
        var cause = broken.getCause();
        String said = String.valueOf((cause == null ? broken : cause).getMessage());
        int cut = said.indexOf("; ");
        return cut > 0
                ? Trouble.failed(said.substring(0, cut), said.substring(cut + 2))
                : Trouble.failed(
                        "the sandbox does not start: " + said,
                        "start anew with gotthard sandbox reset; see gotthard doctor");
    }
}
