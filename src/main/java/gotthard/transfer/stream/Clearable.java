package gotthard.transfer.stream;

import gotthard.transfer.Refused;
import gotthard.transfer.RelativePath;
import gotthard.transfer.manifest.Content;
import gotthard.transfer.manifest.Entry;
import gotthard.transfer.manifest.ManifestReader;
import gotthard.transfer.manifest.ManifestWriter;
import gotthard.transfer.manifest.Seal;
import gotthard.transfer.manifest.Sorter;
import gotthard.transfer.tree.Chosen;
import gotthard.transfer.tree.Stage;
import gotthard.transfer.tree.Survey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What of a tree may be deleted.
///
/// @param list names what is meant; without it all is
/// @param spared lists of others, which name from the same folder what stays
/// @param stays files that stay, and folders with all that is below them
public record Clearable(Optional<Path> list, List<Path> spared, List<RelativePath> stays) {
    /// All of a tree.
    public static final Clearable ALL = new Clearable(Optional.empty(), List.of(), List.of());

    private static final long MEMORY = 64 << 20;

    public Clearable {
        spared = List.copyOf(spared);
        stays = List.copyOf(stays);
    }

    /// Writes the manifest of what is there of a part and may go, with the folders on the way, and without reading files.
    ///
    /// @return why something stays or is only one name of several, a line for each reason
    List<String> survey(Target target, Stage stage, Path to) throws IOException, Refused {
        Path all = stage.book("all.gmf");
        Survey survey = all(target, stage, all);
        List<Path> others = new ArrayList<>();
        for (Path one : spared) {
            Path names = stage.book("spared-%d.gmf".formatted(others.size()));
            names(target, stage, one, names);
            others.add(names);
        }
        var counts = new long[spared.size() + 1];
        try (var entries = open(all);
                var named = new NamedByAny(others);
                var own = ManifestWriter.begin(Files.newOutputStream(to))) {
            for (var next = entries.next(); next.isPresent(); next = entries.next()) {
                Entry entry = next.get();
                int why = isKept(entry) ? spared.size() : named.first(entry);
                if (entry.content() instanceof Content.Folder || why < 0) {
                    own.add(entry);
                } else {
                    counts[why]++;
                }
            }
            Seal _ = own.seal();
        }
        return notes(counts, survey.linked());
    }

    /// Writes the names that the list has, whether they are there or not.
    void names(Target target, Stage stage, Path to) throws IOException, Refused {
        names(target, stage, list.orElseThrow(), to);
    }

    private Survey all(Target target, Stage stage, Path to) throws IOException, Refused {
        if (list.isPresent()) {
            try {
                return new Chosen(target.tree(), list.get(), Chosen.Absent.LEFT_OUT)
                        .survey(target.part(), stage.runs(), MEMORY, Files.newOutputStream(to));
            } catch (Refused refused) {
                throw unknown(refused);
            }
        }
        try (var sorter = new Sorter(stage.runs(), MEMORY)) {
            return target.tree().survey(target.part(), sorter, Files.newOutputStream(to));
        }
    }

    private static void names(Target target, Stage stage, Path list, Path to)
            throws IOException, Refused {
        try {
            new Chosen(target.tree(), list).names(stage.runs(), MEMORY, to);
        } catch (Refused refused) {
            throw unknown(refused);
        }
    }

    private static Refused unknown(Refused why) {
        return new Refused(
                "what is whose is not known, so that nothing is deleted: " + why.what(),
                why.next());
    }

    private boolean isKept(Entry entry) {
        return stays.stream()
                .anyMatch(stay -> entry.path().equals(stay) || entry.path().isBelow(stay));
    }

    private List<String> notes(long[] counts, long linked) {
        var notes = new ArrayList<String>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                notes.add(
                        "%,d %s: %s"
                                .formatted(
                                        counts[i],
                                        counts[i] == 1 ? "file stays" : "files stay",
                                        i < spared.size()
                                                ? "also named in " + spared.get(i)
                                                : "a list of files, or another cell's"));
            }
        }
        if (linked > 0) {
            notes.add(
                    "%,d %s further names; content stays under those that are not deleted, too"
                            .formatted(linked, linked == 1 ? "file has" : "files have"));
        }
        return notes;
    }

    private static ManifestReader open(Path manifest) throws IOException, Refused {
        return ManifestReader.open(Files.newInputStream(manifest));
    }

    /// Which list is the first to name something, asked in the order of the paths.
    private static final class NamedByAny implements java.io.Closeable {
        private final List<Named> lists = new ArrayList<>();

        NamedByAny(List<Path> manifests) throws IOException, Refused {
            for (Path one : manifests) {
                lists.add(new Named(open(one)));
            }
        }

        /// Negative where none does.
        int first(Entry entry) throws IOException, Refused {
            int first = -1;
            for (int i = lists.size() - 1; i >= 0; i--) {
                first = lists.get(i).of(List.of(entry)).isEmpty() ? first : i;
            }
            return first;
        }

        @Override
        public void close() throws IOException {
            for (Named one : lists) {
                one.close();
            }
        }
    }
}
