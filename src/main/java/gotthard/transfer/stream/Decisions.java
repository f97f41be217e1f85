package gotthard.transfer.stream;

import gotthard.transfer.Refused;
import gotthard.transfer.manifest.Content;
import gotthard.transfer.manifest.Entries;
import gotthard.transfer.manifest.Entry;
import gotthard.transfer.manifest.ListedEntries;
import gotthard.transfer.manifest.ManifestReader;
import gotthard.transfer.manifest.ManifestWriter;
import gotthard.transfer.manifest.Seal;
import gotthard.transfer.manifest.SupersedingEntries;
import gotthard.transfer.tree.Stage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/// What a deletion keeps in its stage: what is there and may go, what of it each covering site has in this round, and what all rounds have
/// decided, whether it is deleted already or not.
final class Decisions {
    private static final String COVERED = "covered-";

    private final Stage stage;

    Decisions(Stage stage) {
        this.stage = stage;
    }

    /// What is there and may go, with folders.
    Path own() {
        return stage.book("own.gmf");
    }

    /// What is left of it in the end.
    Path left() {
        return stage.book("left.gmf");
    }

    /// What a covering site has told, at first without content.
    Path declared() {
        return stage.book("declared.gmf");
    }

    /// The same, with the content that was asked for.
    Path told() {
        return stage.book("told.gmf");
    }

    /// What was read here, and what is deleted already.
    Path read() {
        return stage.book("read.gmf");
    }

    /// The names of the cell's list.
    Path names() {
        return stage.book("names-of-list.gmf");
    }

    /// What goes in this round.
    Path going() {
        return stage.book("going.gmf");
    }

    private Path decided() {
        return stage.book("decided.gmf");
    }

    private Path covered(String round, int index) {
        return stage.book(COVERED + round + "-" + index + ".gmf");
    }

    /// Whether something was ever decided.
    boolean areAny() {
        return Files.exists(decided());
    }

    /// What all rounds have decided.
    Entries all() throws IOException, Refused {
        return areAny() ? open(decided()) : new ListedEntries(List.of());
    }

    /// What is there and may go, and what was decided before.
    Entries wanted() throws IOException, Refused {
        return new SupersedingEntries(new Things(open(own())), all());
    }

    /// What was covered in other rounds proves nothing any more.
    void forgetCoverage(String round) throws IOException {
        for (Path book : stage.books()) {
            String name = book.getFileName().toString();
            if (name.startsWith(COVERED) && !name.startsWith(COVERED + round + "-")) {
                Files.delete(book);
            }
        }
        stage.force();
    }

    /// Keeps what of [#own] a covering site was found to have.
    void cover(String round, int index, Entries here) throws IOException, Refused {
        try (here;
                var own = new Named(new Things(open(own())));
                var fresh = ManifestWriter.begin(Files.newOutputStream(fresh(going())))) {
            for (var next = here.next(); next.isPresent(); next = here.next()) {
                if (!own.of(List.of(next.get())).isEmpty()) {
                    fresh.add(next.get());
                }
            }
            Seal _ = fresh.seal();
        }
        keep(fresh(going()), covered(round, index));
    }

    /// Decides: what all covering sites have as it was read here each time, and is there still.
    ///
    /// @throws Refused when not all of them were asked in this round
    void decide(String round, int coverings) throws IOException, Refused {
        List<Named> others = new ArrayList<>();
        for (int i = 0; i < coverings; i++) {
            if (!Files.exists(covered(round, i))) {
                throw new Refused(
                        "what is covered elsewhere was not looked at in this round, and nothing is deleted",
                        "try again: it is looked at afresh");
            }
            others.add(new Named(open(covered(round, i))));
        }
        others.add(new Named(new Things(open(own()))));
        try (var first = open(covered(round, 0));
                var going = ManifestWriter.begin(Files.newOutputStream(fresh(going())))) {
            for (var next = first.next(); next.isPresent(); next = first.next()) {
                if (isTheSame(next.get(), others)) {
                    going.add(next.get());
                }
            }
            Seal _ = going.seal();
        } finally {
            for (Named one : others) {
                one.close();
            }
        }
        keep(fresh(going()), going());
        try (var both = new SupersedingEntries(open(going()), all());
                var fresh = ManifestWriter.begin(Files.newOutputStream(fresh(decided())))) {
            fresh.addAll(both);
            Seal _ = fresh.seal();
        }
        keep(fresh(decided()), decided());
    }

    /// The last of them lists only what is there, unread.
    private static boolean isTheSame(Entry entry, List<Named> others) throws IOException, Refused {
        boolean isSame = true;
        for (int i = 0; i < others.size(); i++) {
            List<Entry> found = others.get(i).of(List.of(entry));
            isSame &=
                    i == others.size() - 1
                            ? !found.isEmpty()
                            : found.equals(List.of(entry)); // asked of all, to keep their place
        }
        return isSame;
    }

    /// Keeps lines for the evidence beside those of earlier rounds.
    ///
    /// @return all of them
    List<String> tell(List<String> lines) throws IOException {
        Path told = stage.book("told.txt");
        var all = new LinkedHashSet<String>();
        if (Files.exists(told)) {
            all.addAll(Files.readAllLines(told));
        }
        all.addAll(lines);
        Files.writeString(
                fresh(told),
                String.join("\n", all) + (all.isEmpty() ? "" : "\n"),
                StandardCharsets.UTF_8);
        keep(fresh(told), told);
        return List.copyOf(all);
    }

    static ManifestReader open(Path manifest) throws IOException, Refused {
        return ManifestReader.open(Files.newInputStream(manifest));
    }

    private static Path fresh(Path book) {
        return book.resolveSibling(book.getFileName() + ".new");
    }

    private void keep(Path fresh, Path book) throws IOException {
        Stage.force(fresh);
        Files.move(fresh, book, StandardCopyOption.ATOMIC_MOVE);
        stage.force();
    }

    /// All but folders.
    record Things(Entries all) implements Entries {
        @Override
        public Optional<Entry> next() throws IOException, Refused {
            Optional<Entry> next = all.next();
            while (next.isPresent() && next.get().content() instanceof Content.Folder) {
                next = all.next();
            }
            return next;
        }

        @Override
        public void close() throws IOException {
            all.close();
        }
    }
}
