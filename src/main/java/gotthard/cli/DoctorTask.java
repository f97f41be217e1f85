package gotthard.cli;

import gotthard.graph.DiskTexts;
import gotthard.inventory.Inventory;
import gotthard.inventory.InventoryDocument;
import gotthard.problem.Checked;
import gotthard.problem.Place;
import gotthard.problem.Problem;
import gotthard.secret.Secrets;
import gotthard.terminal.Looks;

import picocli.CommandLine.Model.CommandSpec;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `gotthard doctor`.
final class DoctorTask implements Task {
    private static final String USUAL = "inventories/sandbox.yaml";
    private static final String INVENTORY = "inventory";

    @Override
    public void declare(CommandSpec spec) {
        Options.about(
                spec,
                "Looks whether all is fit for work here: Java, the terminal, the folder that keeps runs and its journal,"
                        + " the inventory, the private keys that it names, and each of its endpoints. It changes nothing,"
                        + " and says of whatever is not fit what to mend. Ends with 0 when all is fit, with 1 when not.",
                "gotthard doctor",
                "gotthard doctor -i inventories/lab.yaml");
        Options.value(
                spec,
                "FILE",
                "The inventory to look at; " + USUAL + " by itself.",
                "-i",
                Options.INVENTORY);
        Options.state(spec);
    }

    @Override
    public Exit run(Call call) throws Trouble, InterruptedException {
        var all = new ArrayList<Diagnosis>();
        all.add(java());
        all.add(terminal(call.console().looks()));
        all.addAll(JournalCheck.of(call));
        try (Reach reach = Reach.of(call)) {
            all.addAll(sites(call, reach));
        }
        all.forEach(diagnosis -> tell(call.console(), diagnosis));
        long ill = all.stream().filter(Diagnosis.Ill.class::isInstance).count();
        if (ill == 0) {
            return Exit.DONE;
        }
        call.console().say(Words.count(ill, "thing") + " to mend");
        return Exit.FAILED;
    }

    /// An older one does not get as far as here.
    private static Diagnosis java() {
        return new Diagnosis.Well(
                "java",
                Runtime.version().feature()
                        + " ("
                        + System.getProperty("java.runtime.version")
                        + ") in "
                        + System.getProperty("java.home"));
    }

    private static Diagnosis terminal(Looks looks) {
        return new Diagnosis.Well(
                "terminal",
                (looks.isLive() ? "lines are drawn anew" : "none: plain lines")
                        + ", "
                        + looks.width()
                        + " columns, "
                        + (looks.hasColour() ? "colours" : "no colours")
                        + ", "
                        + (looks.hasUnicode() ? "Unicode" : "ASCII"));
    }

    private static List<Diagnosis> sites(Call call, Reach reach) throws InterruptedException {
        Optional<String> named = call.text(Options.INVENTORY);
        if (named.isEmpty() && !Files.exists(Path.of(USUAL))) {
            return List.of(
                    new Diagnosis.Ill(
                            INVENTORY, "there is no " + USUAL + " here", "name one with -i"));
        }
        String file = named.orElse(USUAL);
        return switch (read(file)) {
            case Checked.Invalid<Inventory>(var problems) -> List.of(broken(file, problems));
            case Checked.Valid<Inventory>(var inventory, _) -> sites(call, file, reach, inventory);
        };
    }

    private static Checked<Inventory> read(String file) {
        return DiskTexts.around(file, List.of())
                .read(file, Place.of(file))
                .flatMap(text -> InventoryDocument.read(file, text));
    }

    private static Diagnosis broken(String file, List<Problem> problems) {
        Problem first = problems.getFirst();
        return new Diagnosis.Ill(
                INVENTORY,
                "%s has %s, first: %s: %s"
                        .formatted(
                                file,
                                Words.count(problems.size(), "problem"),
                                first.place(),
                                first.message()),
                "gotthard validate " + file + " shows all of them");
    }

    private static List<Diagnosis> sites(Call call, String file, Reach reach, Inventory inventory)
            throws InterruptedException {
        var found = new ArrayList<Diagnosis>();
        found.add(
                new Diagnosis.Well(
                        INVENTORY, file + ", " + Words.count(inventory.sites().size(), "site")));
        try {
            Inventory reachable = reach.apply(inventory);
            var environment = call.surroundings().environment();
            found.addAll(new IdentityCheck(environment).of(reachable));
            found.addAll(
                    new EndpointCheck(new Secrets(environment), call.surroundings().clock())
                            .of(reachable));
        } catch (UncheckedIOException broken) {
            Trouble trouble = Sites.trouble(broken);
            found.add(new Diagnosis.Ill("sandbox", trouble.what(), trouble.next()));
        }
        return found;
    }

    private static void tell(Console console, Diagnosis diagnosis) {
        JsonLine json =
                JsonLine.of("diagnosis")
                        .put("subject", diagnosis.subject())
                        .put("well", diagnosis instanceof Diagnosis.Well)
                        .put("found", diagnosis.found());
        String line = diagnosis.subject() + ": " + diagnosis.found();
        switch (diagnosis) {
            case Diagnosis.Well _ -> console.say(Reports.good(console, line));
            case Diagnosis.Ill(_, _, var next) -> {
                console.result(Reports.bad(console, line));
                console.result("  → " + next);
                json.put("next", next);
            }
        }
        console.json(json);
    }
}
