package gotthard.objects;

import gotthard.action.Context;
import gotthard.action.Failure;
import gotthard.action.Inspector.Finding;
import gotthard.action.Inspector.Measure;
import gotthard.action.Question;
import gotthard.action.Unreachable;
import gotthard.shape.ByteSize;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a folder of a bucket holds, and whether an object can be written there, stays, and can be deleted.
record BucketAnswers(Context context, ObjectServer server, Shelf shelf) {
    /// Of the folder that a question names.
    static BucketAnswers of(Context context, ObjectServer server, Question question) {
        String[] parts = question.folder().split("/", 2);
        return new BucketAnswers(
                context,
                server,
                new Shelf(server.name(), parts[0], parts.length == 2 ? parts[1] : ""));
    }

    List<Finding> answer(Question question) throws Unreachable, InterruptedException {
        return switch (question) {
            case Question.Holds holds -> List.of(holds(holds));
            case Question.Keeps keeps -> List.of(keeps(keeps));
            case Question.Room _ -> List.of();
            case Question.Versioned _ -> List.of(versioned());
        };
    }

    private Finding holds(Question.Holds question) throws Unreachable, InterruptedException {
        var tally = new Tally(context.now().minus(question.within()));
        Workroom.trying(
                () -> {
                    server.each(
                            shelf.bucket(),
                            shelf.prefix(),
                            question.versions() && server.keepsVersions(shelf.bucket()),
                            one -> {
                                if (!Mark.isOne(one.name())) {
                                    tally.add(one);
                                }
                            });
                    return tally;
                });
        return new Finding.Measured(
                "holds",
                new Measure.Holds(
                        question.folder(),
                        tally.objects,
                        new ByteSize(tally.bytes),
                        tally.youngObjects,
                        new ByteSize(tally.youngBytes)));
    }

    private static final class Tally {
        private final Instant since;
        private long objects;
        private long bytes;
        private long youngObjects;
        private long youngBytes;

        private Tally(Instant since) {
            this.since = since;
        }

        private void add(Listed.One one) {
            objects++;
            bytes += one.size();
            if (one.modified().isAfter(since)) {
                youngObjects++;
                youngBytes += one.size();
            }
        }
    }

    /// A scanner may refuse the object, remove it, let nobody read it, or change it. All of its versions are deleted.
    private Finding keeps(Question.Keeps question) throws Unreachable, InterruptedException {
        String name = shelf.prefix() + ".gotthard-probe-" + context.key().brief();
        byte[] content = Question.Keeps.HARMFUL.getBytes(StandardCharsets.US_ASCII);
        try {
            server.put(shelf.bucket(), name, content, Mark.PLAIN, Expected.WHATEVER);
        } catch (Unreachable refused) {
            return objection(refused, "can't be written");
        }
        Optional<String> objection;
        try {
            objection = stays(question, name);
        } catch (InterruptedException stopped) {
            delete(name);
            throw stopped;
        }
        try {
            delete(name);
        } catch (Unreachable refused) {
            return objection(
                    refused,
                    "can't be deleted, and stays as %s/%s".formatted(shelf.bucket(), name));
        }
        return objection
                .<Finding>map(
                        what ->
                                new Finding.Bad(
                                        "scanner",
                                        "an object that scanners take for harmful (the EICAR test file) %s at %s"
                                                .formatted(what, shelf.shown()),
                                        "exclude the bucket from the scanner: what it takes away after a copy is missing there"))
                .orElse(
                        new Finding.Good(
                                "scanner",
                                "an object that scanners take for harmful was written at %s, stayed, and was deleted"
                                        .formatted(shelf.shown())));
    }

    private Optional<String> stays(Question.Keeps question, String name)
            throws InterruptedException {
        context.pause(question.within());
        try {
            Optional<Body> read = server.read(shelf.bucket(), name, Piece.WHOLE);
            if (read.isEmpty()) {
                return Optional.of("was gone within " + question.within().toSeconds() + " s");
            }
            String found = new String(read.get().bytes(), StandardCharsets.US_ASCII);
            return found.equals(Question.Keeps.HARMFUL)
                    ? Optional.empty()
                    : Optional.of("was changed");
        } catch (Unreachable refused) {
            return Optional.of("can't be read (" + refused.failure().what() + ")");
        }
    }

    private void delete(String name) throws Unreachable, InterruptedException {
        if (!server.keepsVersions(shelf.bucket())) {
            server.delete(shelf.bucket(), name, "");
            return;
        }
        var versions = new ArrayList<Versions.Kept>();
        Workroom.trying(
                () -> {
                    server.versions().each(shelf.bucket(), name, versions::add);
                    return versions;
                });
        for (Versions.Kept one : versions) {
            server.delete(shelf.bucket(), one.name(), one.version());
        }
    }

    private Finding versioned() throws Unreachable, InterruptedException {
        Optional<Failure> lacking = server.lackingVersions(shelf.bucket());
        return lacking.<Finding>map(
                        failure -> new Finding.Bad("versions", failure.what(), failure.next()))
                .orElse(
                        new Finding.Good(
                                "versions", "the bucket " + shelf.bucket() + " keeps versions"));
    }

    private Finding objection(Unreachable refused, String what) {
        return new Finding.Bad(
                "probe",
                "an object at %s %s: %s".formatted(shelf.shown(), what, refused.failure().what()),
                refused.failure().next());
    }
}
