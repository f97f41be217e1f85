package gotthard.web;

import gotthard.journal.RunId;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How far somebody has come in all runs: the number of the last entry of each, in the order in which the journal took the runs up. That
/// order only grows at its end, so that a place stays valid; the runs' names are in it as a digest, so that one of another journal is known.
///
/// @param digest of the names of these runs
record Place(String digest, List<Long> entries) {
    /// How many runs one place may name: their numbers go through a header of a request.
    static final int MOST = 1000;

    private static final int DIGITS = 4;

    Place {
        entries = List.copyOf(entries);
    }

    static Place of(List<RunId> runs, List<Long> entries) {
        String names = runs.stream().map(RunId::value).collect(Collectors.joining("\n"));
        byte[] digest = Token.digest(names);
        return new Place(HexFormat.of().formatHex(digest, 0, DIGITS), entries);
    }

    /// Before the first entry of the first run.
    static Place beginning() {
        return of(List.of(), List.of());
    }

    /// Reads what [#toString] wrote.
    static Optional<Place> read(String text) {
        if (!text.matches("[0-9a-f]{8}(\\.[0-9]{1,18}){0," + MOST + "}")) {
            return Optional.empty();
        }
        String[] parts = text.split("\\.", -1);
        var entries = new ArrayList<Long>();
        for (int i = 1; i < parts.length; i++) {
            entries.add(Long.parseLong(parts[i]));
        }
        return Optional.of(new Place(parts[0], entries));
    }

    /// Whether it is one of a journal that has these runs, the first one first.
    boolean isOf(List<RunId> runs) {
        return entries.size() <= runs.size()
                && of(runs.subList(0, entries.size()), entries).equals(this);
    }

    /// `7f83b165.12.4`.
    @Override
    public String toString() {
        return Stream.concat(Stream.of(digest), entries.stream().map(String::valueOf))
                .collect(Collectors.joining("."));
    }
}
