package gotthard.sandbox.cluster;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.List;

/// What a container would print and how it would end. Understands `echo`, `exit`, `true`, `false` and `sleep` joined by `;` or
/// `&&`; of other commands it prints the words and takes them for done.
///
/// @param exit the exit code
record SimulatedProgram(String log, int exit) {
    static SimulatedProgram of(JsonNode container) {
        List<String> words =
                java.util.stream.Stream.concat(
                                container.path("command").valueStream(),
                                container.path("args").valueStream())
                        .map(JsonNode::asText)
                        .toList();
        boolean isShell =
                words.size() == 3 && words.get(0).endsWith("sh") && words.get(1).endsWith("c");
        return interpret(
                isShell ? words.get(2) : String.join(" ", words), container.path("image").asText());
    }

    private static SimulatedProgram interpret(String script, String image) {
        var log = new StringBuilder();
        for (String part : script.split(";|&&|\n", -1)) {
            String command = part.strip();
            if (command.startsWith("echo ")) {
                log.append(command.substring(5).strip().replaceAll("^([\"'])(.*)\\1$", "$2"))
                        .append('\n');
            } else if (command.equals("false")) {
                return new SimulatedProgram(log.toString(), 1);
            } else if (command.matches("exit [0-9]{1,3}")) {
                return new SimulatedProgram(log.toString(), Integer.parseInt(command.substring(5)));
            } else if (!command.isEmpty()
                    && !command.equals("true")
                    && !command.startsWith("sleep ")) {
                log.append("simulated ").append(image).append(": ").append(command).append('\n');
            }
        }
        return new SimulatedProgram(log.toString(), 0);
    }
}
