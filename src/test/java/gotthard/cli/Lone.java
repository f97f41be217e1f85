package gotthard.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// The documents of one site whose cluster and host nobody serves, in a folder.
record Lone(Path folder, int port) {
    private static final String INVENTORY =
            """
            apiVersion: gotthard/v1
            kind: Inventory
            metadata: {name: lone}
            spec:
              sites:
                zurich-1:
                  country: CH
                  cluster: {context: CONTEXT, kubeconfig: kubeconfig}
                  hosts:
                    files:
                      - {name: files-1, address: 127.0.0.1, port: PORT, user: gotthard, hostKeys: {knownHosts: known_hosts}, identity: {file: open-key}}
                      - {name: files-2, address: 127.0.0.1, port: PORT, user: gotthard, hostKeys: {knownHosts: known_hosts}, identity: {file: no-key}}
            """;
    private static final String PLAN =
            """
            apiVersion: gotthard/v1
            kind: Plan
            metadata: {name: lone, owner: platform, title: A site of its own}
            spec:
              inventory: lone.yaml
              steps:
                - {id: ready, action: preflight}
                - {id: site, needs: [ready], action: kubernetes.apply, with: {to: zurich-1, manifests: [site.yaml]}}
            """;
    private static final String MANIFEST =
            """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: site, namespace: default}
            data: {a: b}
            """;
    private static final String KUBECONFIG =
            """
            apiVersion: v1
            kind: Config
            clusters:
              - {name: zurich-1, cluster: {server: "http://127.0.0.1:PORT"}}
            users:
              - {name: zurich-1, user: {token: none}}
            contexts:
              - {name: zurich-1, context: {cluster: zurich-1, user: zurich-1}}
            """;

    /// @param context the context that the inventory names; there is only `zurich-1`
    static Lone in(Path folder, String context) throws IOException {
        var lone = new Lone(folder, closedPort());
        lone.write("lone.yaml", INVENTORY.replace("CONTEXT", context));
        lone.write("plan.yaml", PLAN);
        lone.write("site.yaml", MANIFEST);
        lone.write("kubeconfig", KUBECONFIG);
        lone.write("known_hosts", "");
        lone.write("open-key", "none");
        Files.setPosixFilePermissions(
                folder.resolve("open-key"), PosixFilePermissions.fromString("rw-r--r--"));
        return lone;
    }

    String file(String name) {
        return folder.resolve(name).toString();
    }

    /// Without what differs from run to run.
    String masked(String text) {
        return text.replace(folder.toString(), "FOLDER").replace(Integer.toString(port), "PORT");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text.replace("PORT", Integer.toString(port)));
    }

    private static int closedPort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
