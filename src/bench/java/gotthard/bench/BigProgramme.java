package gotthard.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A programme of plans that are alike: each copies the files of one region to two sites, prepares workloads there, runs commands on hosts,
/// and brings the workloads into service once people have approved.
///
/// @param plans each of a region of its own
/// @param data types of data of each region; a cell each
/// @param marks commands at each site
record BigProgramme(int plans, int data, int marks) {
    private static final String HEAD = "apiVersion: gotthard/v1\n";

    private static final String TYPE =
            """
                d%1$d:
                  kind: append-only
                  where:
                    moscow: {store: intake, folder: "d%1$d/${region}"}
                    zurich-1: {store: intake, folder: "d%1$d/${region}"}
                    zurich-2: {store: intake, folder: "d%1$d/${region}"}
            """;

    private static final String WORKLOAD =
            """
            apiVersion: v1
            kind: Namespace
            metadata: {name: intake}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: analysis, namespace: intake}
            spec:
              selector: {matchLabels: {app: analysis}}
              template:
                metadata: {labels: {app: analysis}}
                spec:
                  containers:
                    - name: analysis
                      image: docker.io/lab/busybox:1
                      command: [httpd, -f, -p, "8080"]
                      resources: {requests: {cpu: 10m, memory: 16Mi}, limits: {memory: 64Mi}}
            """;

    /// Writes it below a folder: `plans/programme.yaml` and what that names.
    void write(Path folder) throws IOException {
        Path written = Files.createDirectories(folder.resolve("plans"));
        Files.createDirectories(folder.resolve("inventories"));
        Files.writeString(folder.resolve("inventories/sites.yaml"), HEAD + inventory());
        Files.writeString(written.resolve("policy.yaml"), HEAD + policy());
        Files.writeString(written.resolve("intake.yaml"), WORKLOAD);
        Files.writeString(
                written.resolve("programme.yaml"),
                HEAD
                        + "kind: Programme\nmetadata: {name: big, title: Big}\nspec: {phases: [%s]}\n"
                                .formatted(each(plans, "{plan: p%d.yaml}")));
        for (int plan = 0; plan < plans; plan++) {
            Files.writeString(written.resolve("p" + plan + ".yaml"), HEAD + plan(plan));
        }
    }

    private static String each(int count, String format) {
        return IntStream.range(0, count)
                .mapToObj(format::formatted)
                .collect(Collectors.joining(", "));
    }

    private String inventory() {
        List<String> countries = List.of(Locale.getISOCountries());
        String regions =
                IntStream.range(0, plans)
                        .mapToObj(
                                plan ->
                                        "r%d: {countries: [%s]}"
                                                .formatted(plan, countries.get(plan)))
                        .collect(Collectors.joining(", "));
        String sites =
                List.of("moscow RU", "zurich-1 CH", "zurich-2 CH").stream()
                        .map(site -> site.split(" ", -1))
                        .map(site -> site(site[0], site[1]))
                        .collect(Collectors.joining());
        return """
            kind: Inventory
            metadata: {name: big}
            spec:
              sandbox: {folder: .gotthard/sandbox}
              sites:
            %s  regions: {%s}
              data:
            %s  roles: [lead]
              people: {lead-1: {roles: [lead]}}
            """
                .formatted(
                        sites,
                        regions,
                        IntStream.range(0, data)
                                .mapToObj(TYPE::formatted)
                                .collect(Collectors.joining()));
    }

    private static String site(String name, String country) {
        return """
                %s:
                  country: %s
                  cluster: {context: %s}
                  hosts: {files: [{name: files-1}, {name: files-2}]}
                  stores: {intake: {host: files-1, path: /srv/intake}}
            """
                .formatted(name, country, name);
    }

    private String policy() {
        return """
            kind: Policy
            metadata: {name: big}
            spec:
              residency:
                - {regions: [%1$s], may: [store, stage, write, process], in: [RU]}
                - {regions: [%1$s], may: [store, stage, write, process], in: [CH], from: 2018-11-13}
            """
                .formatted(each(plans, "r%d"));
    }

    private String plan(int plan) {
        return """
            kind: Plan
            metadata: {name: p%d, owner: platform, title: "The files of a region are stored and processed in Zurich"}
            spec:
              inventory: ../inventories/sites.yaml
              policy: policy.yaml
              group:
                regions: [r%d]
                from: moscow
                data: {%s}
                moves: [baseline]
              steps:
                - id: workloads
                  each: {site: [zurich-1, zurich-2]}
                  action: kubernetes.apply
                  with: {to: "${site}", manifests: [intake.yaml]}
                - id: files
                  each: {data: [%s], site: [zurich-1, zurich-2]}
                  action: files.copy
                  with: {data: "${data}", to: "${site}", level: full}
                - id: mark
                  each: {site: [zurich-1, zurich-2], mark: [%s]}
                  needs: [files]
                  action: ssh.run
                  with:
                    at: "${site}"
                    hosts: files
                    wave: 1
                    run: [touch, "${mark}"]
                    check: [test, -f, "${mark}"]
                    undo: [rm, -f, "${mark}"]
                - {id: go, needs: [mark, workloads], action: approve, with: {oneOfEach: [lead]}}
                - id: process
                  each: {site: [zurich-1, zurich-2]}
                  needs: [go]
                  action: kubernetes.scale
                  with: {to: "${site}", namespace: intake, kind: Deployment, name: analysis, replicas: 2}
            """
                .formatted(
                        plan,
                        plan,
                        each(data, "d%d: {to: [zurich-1, zurich-2]}"),
                        each(data, "d%d"),
                        each(marks, "m%d"));
    }
}
