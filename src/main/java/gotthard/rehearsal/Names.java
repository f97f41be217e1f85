package gotthard.rehearsal;

import gotthard.action.Key;
import gotthard.journal.Opening;
import gotthard.journal.RunState;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// Writes alike what no two runs share: their names, keys, identities, times of now, and fences.
///
/// @param names what is written in place of what, in order
public record Names(Map<String, String> names) implements UnaryOperator<String> {
    private static final int GENERATIONS = 3;

    public Names {
        names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
    }

    /// Without the names of any run.
    public static Names none() {
        return new Names(Map.of());
    }

    /// Tells the keys of a run apart by their steps. Whole keys before brief ones, which begin them.
    public static Names of(RunState state) {
        var names = new LinkedHashMap<String, String>();
        names.put(state.id().value(), "RUN");
        for (boolean isWhole : List.of(true, false)) {
            for (Opening.Listed listed : state.opening().steps()) {
                for (int generation = 1; generation <= GENERATIONS; generation++) {
                    Key key = Key.of(state.id().value(), listed.id().value(), generation);
                    names.put(
                            isWhole ? key.hex() : key.brief(),
                            "<%s %d>".formatted(listed.id(), generation));
                }
            }
        }
        return new Names(names);
    }

    @Override
    public String apply(String text) {
        String plain = text;
        for (var name : names.entrySet()) {
            plain = plain.replace(name.getKey(), name.getValue());
        }
        return plain.replaceAll(
                        "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "UID")
                .replaceAll("20\\d\\d-\\d\\d-\\d\\dT[0-9:.]+Z", "TIME")
                .replaceAll("(\"resourceVersion\" ?: ?)\"\\d+\"", "$1\"N\"")
                .replaceAll("(gotthard\\.dev/fence\" ?: ?)\"\\d+\"", "$1\"N\"")
                .replaceAll("(-<[^>]*>-)[0-9a-f]{5}", "$1POD");
    }
}
