package gotthard.cli;

import gotthard.graph.DiskTexts;
import gotthard.inventory.Endpoint;
import gotthard.inventory.Inventory;
import gotthard.inventory.InventoryDocument;
import gotthard.inventory.Site;
import gotthard.inventory.SiteName;
import gotthard.problem.Place;
import gotthard.problem.Suggestion;
import gotthard.sandbox.Sandbox;

import picocli.CommandLine.Model.CommandSpec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;

/// `gotthard sandbox`.
final class SandboxTask implements Task {
    private static final String USUAL = "inventories/sandbox.yaml";

    @Override
    public void declare(CommandSpec spec) {
        Options.about(
                spec,
                "Looks after the sites inside this program, whose state lasts between commands: status shows them, reset"
                        + " starts anew, tamper alters files of a name whenever they arrive at a site, mend ends that.",
                "gotthard sandbox status",
                "gotthard sandbox tamper zurich-1 d81c58b0a4f1e2c3.bin",
                "gotthard sandbox mend");
        Options.words(spec, "1..*", "status|reset|tamper SITE FILE...|mend", "What to do.");
        Options.inventory(spec);
        Options.state(spec);
    }

    @Override
    public Exit run(Call call) throws Trouble {
        List<String> words = call.words();
        Inventory inventory = inventory(call.text(Options.INVENTORY).orElse(USUAL));
        Path named =
                inventory
                        .sandbox()
                        .orElseThrow(
                                () ->
                                        Trouble.badUse(
                                                "the inventory "
                                                        + inventory.name()
                                                        + " is no sandbox",
                                                "name one that has spec.sandbox with -i"));
        try (Reach reach = Reach.of(call)) {
            switch (words.getFirst()) {
                case "status" -> status(call.console(), reach.apply(inventory));
                case "reset" -> {
                    Sandbox.reset(reach.folder(named));
                    call.console().say("the sandbox in " + reach.folder(named) + " is gone");
                }
                case "tamper" -> tamper(words, inventory, reach);
                case "mend" -> {
                    reach.apply(inventory);
                    reach.sandbox().orElseThrow().mend();
                }
                default ->
                        throw Trouble.badUse(
                                "gotthard sandbox does not know \"" + words.getFirst() + "\"",
                                Suggestion.didYouMean(
                                                words.getFirst(),
                                                List.of("status", "reset", "tamper", "mend"))
                                        .orElse("it knows status, reset, tamper and mend"));
            }
        } catch (UncheckedIOException broken) {
            throw Sites.trouble(broken);
        } catch (IOException broken) {
            throw Sites.trouble(new UncheckedIOException(broken));
        }
        call.console().json(JsonLine.of("sandbox").put("done", words.getFirst()));
        return Exit.DONE;
    }

    private static void tamper(List<String> words, Inventory inventory, Reach reach)
            throws Trouble, IOException {
        if (words.size() < 3) {
            throw Trouble.badUse(
                    "a site and a file are wanted",
                    "write it like gotthard sandbox tamper zurich-1 NAME.bin");
        }
        var site = new SiteName(words.get(1));
        if (!inventory.sites().containsKey(site)) {
            throw Trouble.badUse(
                    "there is no site \"" + site + "\"",
                    Suggestion.didYouMean(
                                    site.value(),
                                    inventory.sites().keySet().stream()
                                            .map(SiteName::value)
                                            .toList())
                            .orElse("gotthard sandbox status lists them"));
        }
        reach.apply(inventory);
        for (String file : words.subList(2, words.size())) {
            reach.sandbox().orElseThrow().tamper(site, file);
        }
    }

    private static void status(Console console, Inventory inventory) {
        for (Site site : new TreeMap<>(inventory.sites()).values()) {
            console.result(site.name() + " (" + site.country() + ")");
            site.endpoints().forEach(endpoint -> status(console, site, endpoint));
        }
    }

    private static void status(Console console, Site site, Endpoint endpoint) {
        String name = endpoint.name().local();
        console.result("  " + name + " ".repeat(Math.max(0, 9 - name.length())) + where(endpoint));
        console.json(
                JsonLine.of("endpoint")
                        .put("site", site.name().value())
                        .put("endpoint", name)
                        .put("at", where(endpoint)));
    }

    private static String where(Endpoint endpoint) {
        return switch (endpoint) {
            case Endpoint.Cluster(_, var context, var kubeconfig) ->
                    "context " + context + kubeconfig.map(file -> " of " + file).orElse("");
            case Endpoint.Host host -> host.user() + "@" + host.address() + " port " + host.port();
            case Endpoint.Web(_, var url) -> url.toString();
            case Endpoint.Metrics(_, var url, _) -> url.toString();
            case Endpoint.Objects(_, var url, _, _, _) -> url.toString();
        };
    }

    private static Inventory inventory(String file) throws Trouble {
        return DiskTexts.around(file, List.of())
                .read(file, Place.of(file))
                .flatMap(text -> InventoryDocument.read(file, text))
                .toOptional()
                .orElseThrow(
                        () ->
                                new Trouble(
                                        Exit.BAD_INPUT,
                                        "the inventory " + file + " can't be used",
                                        "see gotthard validate " + file));
    }
}
