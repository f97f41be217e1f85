package gotthard.problem;

import java.util.Optional;

/// One mistake in what a person wrote: what it is, where it stands, and what to do next.
///
/// @param message what is wrong, without a full stop
/// @param advice what to do next, without a full stop
public record Problem(
        Severity severity, Code code, Place place, String message, Optional<String> advice) {

    public static Problem error(Code code, Place place, String message) {
        return new Problem(Severity.ERROR, code, place, message, Optional.empty());
    }

    public static Problem warning(Code code, Place place, String message) {
        return new Problem(Severity.WARNING, code, place, message, Optional.empty());
    }

    public Problem withAdvice(String words) {
        return new Problem(severity, code, place, message, Optional.of(words));
    }

    public Problem withAdvice(Optional<String> words) {
        return new Problem(severity, code, place, message, words);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /// Message and advice, without the place.
    public String sentence() {
        return (isError() ? "" : "warning: ")
                + message
                + advice.map(words -> "; " + words).orElse("");
    }

    /// The sentence with its place, and below it the source line with a caret. No line break at the end.
    public String render() {
        return place.isShown()
                ? this + "\n" + place.excerpt().indent(4).stripTrailing()
                : toString();
    }

    /// One line: `plans/x.yaml:14:9: step "a" waits for the unknown step "c"; did you mean "b"?`
    @Override
    public String toString() {
        return place + ": " + sentence();
    }
}
