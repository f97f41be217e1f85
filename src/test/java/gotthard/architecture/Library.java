package gotthard.architecture;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A library's package, the rooms where it is at home, and why there. The first one that fits counts.
record Library(String start, Set<String> homes, String reason) {
    private static final Set<String> EVERYWHERE = Set.of("*");

    static final List<Library> ALL =
            List.of(
                    everywhere("org.jspecify.", "says what may be null, in every room"),
                    in("org.yaml.snakeyaml.", "only yaml knows how text becomes nodes", "yaml"),
                    in(
                            "io.fabric8.",
                            "only one room is a client of clusters; the sandbox serves them without it",
                            "kubernetes"),
                    in(
                            "software.amazon.awssdk.",
                            "only one room is a client of S3-compatible servers",
                            "objects"),
                    in("com.jcraft.jsch.", "one room opens SSH connections", "ssh"),
                    in("org.apache.sshd.", "the sandbox's SSH servers", "sandbox"),
                    in("io.opentelemetry.", "one room tells of runs as traces", "tracing"),
                    in("io.javalin.", "the dashboard's server", "web"),
                    in("org.eclipse.jetty.", "what Javalin listens with", "web"),
                    in("jakarta.servlet.", "what Javalin answers by", "web"),
                    in("kotlin.", "what Javalin is written in", "web"),
                    in("picocli.", "only cli parses a command line", "cli"),
                    in(
                            "org.pcollections.",
                            "a run's state is extended by one entry without copying the rest",
                            "journal",
                            "run",
                            "proof"),
                    in("java.sql.", "only the journal is a database", "journal"),
                    in("javax.sql.", "only the journal is a database", "journal"),
                    in("org.sqlite.", "only the journal is a database", "journal"),
                    in("org.postgresql.", "only the journal is a database", "journal"),
                    in("org.flywaydb.", "the journal's schema and its versions", "journal"),
                    in("com.github.luben.zstd.", "blocks of bulk data", "transfer"),
                    in("dev.cel.", "hidden behind policy's rules", "policy"),
                    in(
                            "com.google.common.collect.",
                            "the collections that CEL answers with",
                            "policy"),
                    in(
                            "com.fasterxml.jackson.core.",
                            "JSON is streamed where it is written or read for others",
                            "transfer",
                            "shape",
                            "journal",
                            "notice",
                            "preview",
                            "report",
                            "web",
                            "cli",
                            "kubernetes",
                            "metrics",
                            "sandbox"),
                    in(
                            "com.fasterxml.jackson.",
                            "data binding is slow to load; fabric8's objects need it",
                            "kubernetes",
                            "sandbox"),
                    in(
                            "ch.qos.logback.",
                            "configured where the program starts; others know SLF4J",
                            "cli"),
                    in(
                            "com.sun.net.httpserver.",
                            "the JDK's own server, for the dashboard, the sandbox and movers",
                            "web",
                            "mover",
                            "sandbox"),
                    everywhere("org.slf4j.", "logging; QUIET rooms are kept from it by Manners"),
                    everywhere("java.", "the platform"),
                    everywhere("javax.", "the platform"));

    private static Library in(String start, String reason, String... homes) {
        return new Library(start, Set.of(homes), reason);
    }

    private static Library everywhere(String start, String reason) {
        return new Library(start, EVERYWHERE, reason);
    }

    boolean isAtHomeIn(String room) {
        return homes.equals(EVERYWHERE) || homes.contains(room);
    }

    static Optional<Library> of(String className) {
        return ALL.stream().filter(library -> className.startsWith(library.start)).findFirst();
    }
}
