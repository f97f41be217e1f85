package gotthard.preflight;

import gotthard.action.Failure;
import gotthard.action.Inspector.Finding;
import gotthard.action.Inspector.Measure;
import gotthard.action.Question;
import gotthard.shape.ByteSize;
import gotthard.transfer.report.Told;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What movers have told of folders of volumes.
record Tidings(Map<Spot.InVolume, Answer> answers) {
    /// No mover has looked.
    static final Tidings NONE = new Tidings(Map.of());

    private static final String AS_WHO =
            "say in \"movers\" as which user they run (user, owners), as the step that copies does";

    Tidings {
        answers = Map.copyOf(answers);
    }

    /// What one has told, or why it could not.
    sealed interface Answer {
        record Looked(Told told) implements Answer {}

        record Failed(Failure failure) implements Answer {}
    }

    List<Finding> answer(Spot.InVolume spot, Question question) {
        return switch (answers.get(spot)) {
            case null -> List.of();
            case Answer.Failed(Failure failure) ->
                    List.of(
                            new Finding.Bad(
                                    "volume",
                                    spot.path() + ": " + failure.what(),
                                    failure.next().isEmpty() ? AS_WHO : failure.next()));
            case Answer.Looked(Told told) ->
                    switch (question) {
                        case Question.Holds _ -> holds(spot, told);
                        case Question.Room _ -> room(spot, told);
                        case Question.Keeps(_, Duration within) -> keeps(spot, told, within);
                        case Question.Versioned _ -> List.of();
                    };
        };
    }

    /// Each folder and link takes an inode at the target, too.
    private static List<Finding> holds(Spot spot, Told told) {
        return told.counted().stream()
                .<Finding>map(
                        counted ->
                                new Finding.Measured(
                                        "holds",
                                        new Measure.Holds(
                                                spot.path(),
                                                counted.things(),
                                                new ByteSize(counted.files().bytes()),
                                                counted.youngThings(),
                                                new ByteSize(counted.young().bytes()))))
                .toList();
    }

    private static List<Finding> room(Spot spot, Told told) {
        Finding bytes =
                told.free() == 0
                        ? new Finding.Bad(
                                "space",
                                "nothing is free at " + spot.path(),
                                "free space there or enlarge the volume")
                        : new Finding.Measured(
                                "space", new Measure.Free(spot.path(), new ByteSize(told.free())));
        return List.of(bytes, inodes(spot, told.inodes()));
    }

    private static Finding inodes(Spot spot, Optional<Told.Inodes> told) {
        if (told.isEmpty()) {
            return new Finding.Good(
                    "inodes",
                    "made as needed at %s, or its file system does not tell"
                            .formatted(spot.path()));
        }
        Told.Inodes inodes = told.get();
        return inodes.free() == 0
                ? new Finding.Bad(
                        "inodes",
                        "no file can be made at %s: all %,d inodes are taken"
                                .formatted(spot.path(), inodes.all()),
                        "remove files there, or give the volume more inodes")
                : new Finding.Measured(
                        "inodes", new Measure.FreeFiles(spot.path(), inodes.free(), inodes.all()));
    }

    private static List<Finding> keeps(Spot spot, Told told, Duration within) {
        return told.probe().stream()
                .map(
                        fate ->
                                switch (fate) {
                                    case STAYED ->
                                            new Finding.Good(
                                                    "scanner",
                                                    "a file that scanners take for harmful stays at "
                                                            + spot.path());
                                    case UNWRITTEN ->
                                            bad(
                                                    spot,
                                                    "could not be written",
                                                    "give the mover's user the right to write there, or "
                                                            + AS_WHO
                                                            + "; if it may write, exclude the folder from the scanner");
                                    case GONE ->
                                            quarantined(
                                                    spot,
                                                    "was gone or could not be read within "
                                                            + within.toSeconds()
                                                            + " s");
                                    case CHANGED -> quarantined(spot, "was changed");
                                })
                .toList();
    }

    private static Finding quarantined(Spot spot, String what) {
        return bad(
                spot,
                what,
                "exclude the folder from the scanner: what it takes away after a copy is missing there");
    }

    private static Finding bad(Spot spot, String what, String next) {
        return new Finding.Bad(
                "scanner",
                "a file that scanners take for harmful (the EICAR test file) %s at %s"
                        .formatted(what, spot.path()),
                next);
    }
}
