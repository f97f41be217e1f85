package gotthard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.inventory.EndpointName;
import gotthard.inventory.SiteName;
import gotthard.sandbox.SandboxHost;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// The runbook of a plan, whose commands a person types in a project's folder as they are printed.
record FollowedRunbook(Path plan, Path project) {
    /// A shell's end.
    record Ended(int exit, String typed, String said) {}

    /// Types the commands that stand under these headings, one block after the other; each of them must end with 0.
    String follow(String... titles) throws IOException, InterruptedException {
        Ended ended = attempt(titles);
        assertThat(ended.exit()).as(ended.typed() + "\n" + ended.said()).isZero();
        return ended.said();
    }

    /// The same, up to the first command that does not end with 0.
    ///
    /// @param titles of headings, and of sentences after which commands stand
    Ended attempt(String... titles) throws IOException, InterruptedException {
        var script = new StringBuilder("set -e\n");
        boolean isWanted = false;
        boolean isCommand = false;
        for (String line : Typed.command("runbook", plan.toString()).out().lines().toList()) {
            if (isCommand) {
                isCommand = !line.equals("```");
                script.append(isWanted && isCommand ? line + "\n" : "");
            } else if (line.equals("```sh")) {
                isCommand = true;
            } else if (Stream.of(titles).anyMatch(line.replace("*", "")::startsWith)) {
                isWanted = true;
            } else if (line.startsWith("**")) {
                isWanted = false;
            }
        }
        Path file = project.resolve("typed.sh");
        Files.writeString(file, script);
        Process shell =
                new ProcessBuilder("sh", file.toString())
                        .directory(project.toFile())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(shell.waitFor(), script.toString(), said);
    }

    /// Writes the inventory of a project: a store on each of two hosts, in folders beside the project.
    ///
    /// @param kind of the data
    static void inventory(Path project, SandboxHost moscow, SandboxHost zurich, String kind)
            throws IOException {
        Files.writeString(
                project.resolve("inventory.yaml"),
                """
                apiVersion: gotthard/v1
                kind: Inventory
                metadata: {name: two-hosts}
                spec:
                  sites:
                    moscow:
                      country: RU
                      hosts: {files: [%s]}
                      stores: {disk: {host: files-1, path: %s}}
                    zurich-1:
                      country: CH
                      hosts: {files: [%s]}
                      stores: {disk: {host: files-1, path: %s}}
                  regions: {europe: {countries: [CH]}}
                  data:
                    files:
                      kind: %s
                      where:
                        moscow: {store: disk, folder: "${region}"}
                        zurich-1: {store: disk, folder: "${region}"}
                """
                        .formatted(
                                written(moscow),
                                project.resolveSibling("source"),
                                written(zurich),
                                project.resolveSibling("target"),
                                kind));
    }

    /// A host of a sandbox as an inventory has it.
    private static String written(SandboxHost host) {
        var endpoint = host.endpoint(new EndpointName(new SiteName("moscow"), "files-1"));
        return "{name: files-1, address: %s, port: %d, user: %s, hostKeys: {pinned: [%s]}, identity: {file: %s}}"
                .formatted(
                        endpoint.address(),
                        endpoint.port(),
                        endpoint.user(),
                        host.hostKey(),
                        host.identity());
    }
}
