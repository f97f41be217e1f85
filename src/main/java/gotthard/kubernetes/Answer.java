package gotthard.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Optional;

/// What an API server answered.
///
/// @param date its `Date` header
record Answer(int code, String text, Optional<String> date) {
    boolean isGood() {
        return code >= 200 && code < 300;
    }

    boolean isMissing() {
        return code == 404;
    }

    /// Whether it refused a change because the object of this name is not as the change takes it to be (`resourceVersion`, `uid`).
    /// Others in its way, such as a quota, are no such reason.
    boolean isOutdated(String name) {
        return code == 409
                && conflicts().isEmpty()
                && body().path("details").path("name").asText().equals(name);
    }

    JsonNode body() {
        return Json.read(text);
    }

    /// The object that it carries.
    ObjectNode object() {
        return body() instanceof ObjectNode object ? object : Json.object();
    }

    /// The words of a `Status` document.
    String message() {
        return body().path("message").asText(text.isBlank() ? "HTTP " + code : text.strip());
    }

    /// Fields that belong to other managers, when that is why it refused.
    List<Conflict> conflicts() {
        return body().path("details")
                .path("causes")
                .valueStream()
                .filter(cause -> cause.path("reason").asText().equals("FieldManagerConflict"))
                .map(
                        cause ->
                                Conflict.of(
                                        cause.path("message").asText(),
                                        cause.path("field").asText()))
                .toList();
    }

    /// The fields that it names as wrong.
    List<String> fields() {
        return body().path("details")
                .path("causes")
                .valueStream()
                .map(cause -> cause.path("field").asText())
                .distinct()
                .toList();
    }

    /// A field that another manager owns.
    record Conflict(String manager, String field) {
        static Conflict of(String message, String field) {
            int start = message.indexOf('"') + 1;
            int end = message.indexOf('"', start);
            return new Conflict(
                    start > 0 && end > start ? message.substring(start, end) : message, field);
        }
    }
}
