package gotthard.notice;

import gotthard.secret.Secret;
import gotthard.secret.SecretRef;
import gotthard.secret.Secrets;
import gotthard.secret.Unresolved;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads from the environment who is told: `GOTTHARD_HOOKS` names them, and for each name `GOTTHARD_HOOK_NAME_URL`, `…_KEY`, `…_LOOK` and
/// `…_TELL` say the rest. An address and a key may stand in a file: `…_URL_FILE`, `…_KEY_FILE`.
record Endpoints(Map<String, String> environment) {
    private static final String ALL = "GOTTHARD_HOOKS";

    List<Endpoint> read() throws Misconfigured, InterruptedException {
        var endpoints = new ArrayList<Endpoint>();
        for (String name : environment.getOrDefault(ALL, "").split(",", -1)) {
            if (!name.isBlank()) {
                endpoints.add(endpoint(name.strip()));
            }
        }
        return endpoints;
    }

    private Endpoint endpoint(String name) throws Misconfigured, InterruptedException {
        if (!name.matches("[a-z][a-z0-9-]{0,30}")) {
            throw new Misconfigured(
                    ALL
                            + " names \""
                            + name
                            + "\"; names are of small letters, digits and hyphens");
        }
        Optional<Secret> url = secret(name, "URL");
        if (url.isEmpty()) {
            throw new Misconfigured(
                    "the hook " + name + " has no address; set " + variable(name, "URL"));
        }
        if (!url.get().revealText(text -> isAddress(text.toString()))) {
            throw new Misconfigured(
                    variable(name, "URL") + " is no address that begins with https:// or http://");
        }
        Optional<Secret> key = secret(name, "KEY");
        if (key.isPresent() && !new Signing(key.get()).isWellFormed()) {
            throw new Misconfigured(variable(name, "KEY") + " is no Base64 behind whsec_");
        }
        return new Endpoint(name, look(name), told(name), url.get(), key);
    }

    private Look look(String name) throws Misconfigured {
        String wanted = environment.getOrDefault(variable(name, "LOOK"), "json");
        return switch (wanted) {
            case "json" -> Look.JSON;
            case "slack" -> Look.SLACK;
            default ->
                    throw new Misconfigured(
                            variable(name, "LOOK") + " is \"" + wanted + "\"; write json or slack");
        };
    }

    private Set<Occasion> told(String name) throws Misconfigured {
        String wanted = environment.getOrDefault(variable(name, "TELL"), "");
        if (wanted.isBlank()) {
            return EnumSet.allOf(Occasion.class);
        }
        var told = EnumSet.noneOf(Occasion.class);
        for (String word : wanted.split(",", -1)) {
            told.add(
                    EnumSet.allOf(Occasion.class).stream()
                            .filter(occasion -> occasion.word().equals(word.strip()))
                            .findFirst()
                            .orElseThrow(
                                    () ->
                                            new Misconfigured(
                                                    variable(name, "TELL")
                                                            + " names \""
                                                            + word.strip()
                                                            + "\"; write held, failed, window, cutover or done")));
        }
        return told;
    }

    private Optional<Secret> secret(String name, String what)
            throws Misconfigured, InterruptedException {
        String variable = variable(name, what);
        String file = environment.getOrDefault(variable + "_FILE", "");
        boolean isSet = !environment.getOrDefault(variable, "").isBlank();
        if (!isSet && file.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Secrets(environment)
                            .resolve(
                                    isSet
                                            ? new SecretRef.Env(variable)
                                            : new SecretRef.File(Path.of(file))));
        } catch (Unresolved missing) {
            throw new Misconfigured(String.valueOf(missing.getMessage()));
        }
    }

    private static boolean isAddress(String text) {
        try {
            URI uri = URI.create(text);
            return uri.getHost() != null
                    && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static String variable(String name, String what) {
        return "GOTTHARD_HOOK_" + name.toUpperCase(Locale.ROOT).replace('-', '_') + "_" + what;
    }
}
