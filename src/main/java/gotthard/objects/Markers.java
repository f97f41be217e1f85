package gotthard.objects;

import gotthard.action.Failure;
import gotthard.action.Unreachable;
import gotthard.transfer.Refused;
import gotthard.transfer.RelativePath;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// The delete markers that a step has made. They carry no metadata, so that notes beside the fence tell them, one for each object: `markers-` and
/// SHA-256 over its name.
///
/// A note is written before its marker is made and again with its version, so that one that was made right before a cut is found above the
/// version that the note names.
record Markers(Copying copying) {
    private static final String START = "markers-";
    private static final String NONE = "-";

    /// @param below the version right below the marker; empty where it is the first
    /// @param version of the marker; empty while it is not known
    private record Made(String below, String version) {
        private static Made read(String line) {
            String[] both = line.split(" ", 2);
            return new Made(given(both[0]), given(both[1]));
        }

        private static String given(String word) {
            return word.equals(NONE) ? "" : word;
        }

        private static String word(String given) {
            return given.isEmpty() ? NONE : given;
        }

        private String line() {
            return word(below) + " " + word(version);
        }
    }

    private record Note(String object, List<Made> made) {
        private static Note read(byte[] bytes) {
            List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
            return new Note(
                    lines.getFirst(),
                    lines.subList(1, lines.size()).stream().map(Made::read).toList());
        }

        private byte[] bytes() {
            var lines = new ArrayList<>(List.of(object));
            made.forEach(one -> lines.add(one.line()));
            return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        }

        private Note with(Made one) {
            var all = new ArrayList<>(made);
            all.removeIf(other -> other.below().equals(one.below()));
            all.add(one);
            return new Note(object, all);
        }
    }

    /// Makes one.
    ///
    /// @param below the version that is current, or the marker; empty where there is none
    /// @return its version
    String make(RelativePath path, String below) throws Unreachable, InterruptedException {
        String object = copying.target().shelf().name(path);
        Note note =
                copying.mark()
                        .note(name(object))
                        .map(Note::read)
                        .orElse(new Note(object, List.of()));
        keep(note.with(new Made(below, "")));
        String version = copying.target().server().versions().mark(bucket(), object);
        if (version.isEmpty()) {
            throw new Unreachable(
                    Failure.refused(
                            "%s makes no delete marker for %s, where it has no object"
                                    .formatted(
                                            copying.target().server().name(),
                                            copying.target().shelf().shown(path)),
                            "remove the delete marker at the source if nothing lies below it, then retry"));
        }
        keep(note.with(new Made(below, version)));
        return version;
    }

    /// Looks for those that were made right before a cut, and notes their versions; whoever removes versions must do so before.
    void settle() throws IOException, Refused, Unreachable, InterruptedException {
        for (Note note : notes()) {
            if (note.made().stream().anyMatch(one -> one.version().isEmpty())) {
                var listed = new ArrayList<Versions.Kept>();
                copying.target()
                        .server()
                        .versions()
                        .each(
                                bucket(),
                                note.object(),
                                one -> {
                                    if (one.name().equals(note.object())) {
                                        listed.add(one);
                                    }
                                });
                keep(settled(note, listed));
            }
        }
    }

    private Note settled(Note note, List<Versions.Kept> listed)
            throws Unreachable, InterruptedException {
        List<Versions.Kept> history =
                listed.isEmpty()
                        ? List.of()
                        : new Interleaving(copying.target().server(), bucket()).oldestFirst(listed);
        var settled = new ArrayList<Made>();
        for (Made one : note.made()) {
            if (one.version().isEmpty()) {
                above(history, one.below())
                        .ifPresent(marker -> settled.add(new Made(one.below(), marker.version())));
            } else {
                settled.add(one);
            }
        }
        return new Note(note.object(), settled);
    }

    private static Optional<Versions.Kept> above(List<Versions.Kept> history, String below) {
        for (int i = 0; i < history.size(); i++) {
            String under = i == 0 ? "" : history.get(i - 1).version();
            if (under.equals(below)) {
                return Optional.of(history.get(i)).filter(Versions.Kept::isMarker);
            }
        }
        return Optional.empty();
    }

    /// Removes them.
    ///
    /// @return how many
    long remove() throws IOException, Refused, Unreachable, InterruptedException {
        var removed = new AtomicLong();
        try (var hands = new Hands(Copying.HANDS)) {
            for (Note note : notes()) {
                hands.give(
                        () -> {
                            for (Made one : note.made()) {
                                copying.turn().check();
                                copying.target()
                                        .server()
                                        .delete(bucket(), note.object(), one.version());
                                removed.incrementAndGet();
                            }
                        });
            }
            hands.finish();
        }
        return removed.get();
    }

    private List<Note> notes() throws IOException, Refused, Unreachable, InterruptedException {
        return copying.mark().notes(START).stream().map(Note::read).toList();
    }

    private void keep(Note note) throws Unreachable, InterruptedException {
        copying.mark().keep(name(note.object()), note.bytes());
    }

    private static String name(String object) {
        return START + Stamp.digest(object);
    }

    private String bucket() {
        return copying.target().shelf().bucket();
    }
}
