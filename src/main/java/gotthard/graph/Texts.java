package gotthard.graph;

import gotthard.problem.Checked;
import gotthard.problem.Code;
import gotthard.problem.Place;
import gotthard.problem.Problem;
import gotthard.problem.Quoted;

import java.util.Map;

/// Gives the texts of documents, by the name that problems show.
public interface Texts {
    /// The text of that name, or why there is none.
    ///
    /// @param asked where it is named; the whole of itself when the command line names it
    Checked<String> read(String name, Place asked);

    /// Texts that were read before, such as those that a journal kept.
    static Texts recorded(Map<String, String> documents) {
        var known = Map.copyOf(documents);
        return (name, asked) -> {
            String text = known.get(name);
            return text == null
                    ? Checked.invalid(
                            Problem.error(
                                            new Code("not-recorded"),
                                            asked,
                                            "the file " + Quoted.of(name) + " was not recorded")
                                    .withAdvice(
                                            "a run goes on with the documents it was started with; start a new run to use other ones"))
                    : Checked.valid(text);
        };
    }
}
