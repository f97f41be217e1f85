package gotthard.transfer.stream;

import gotthard.transfer.Refused;
import gotthard.transfer.manifest.Entries;
import gotthard.transfer.manifest.ListedEntries;
import gotthard.transfer.manifest.ManifestReader;
import gotthard.transfer.manifest.ManifestWriter;
import gotthard.transfer.manifest.Seal;
import gotthard.transfer.manifest.Sorter;
import gotthard.transfer.manifest.SupersedingEntries;
import gotthard.transfer.tree.Stage;
import gotthard.transfer.tree.Survey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a receiver keeps in its stage, to be there for the next attempt and after the last.
final class Books {
    private static final long MEMORY = 64 << 20;

    private static final Pattern LOG = Pattern.compile("placed-([0-9]{6})(-of-[0-9]+)?\\.log");

    private final Stage stage;

    Books(Stage stage) {
        this.stage = stage;
    }

    /// The manifest of the source as it came; torn unless an attempt came to its end.
    Path source() {
        return stage.book("source.gmf");
    }

    /// What was at the target before the first attempt.
    Path before() {
        return stage.book("target.gmf");
    }

    /// What was at the target before the latest attempt.
    Path now() {
        return stage.book("now.gmf");
    }

    /// What the source has declared to be compared.
    Path declared() {
        return stage.book("declared.gmf");
    }

    /// What was there when the latest comparison began.
    Path listed() {
        return stage.book("listed.gmf");
    }

    /// What was there, with what was read of it, to be compared.
    Path read() {
        return stage.book("read.gmf");
    }

    /// What was placed and its digests, as of the latest [#record].
    Path recorded() {
        return stage.book("recorded.gmf");
    }

    /// Puts what all logs say into one manifest; of a path the latest log counts.
    void record() throws IOException, Refused {
        Entries all = new ListedEntries(List.of());
        for (Path log : logs()) {
            all = new SupersedingEntries(all, sorted(log));
        }
        try (var entries = all;
                var recorded = ManifestWriter.begin(Files.newOutputStream(recorded()))) {
            recorded.addAll(entries);
            Seal _ = recorded.seal();
        }
    }

    /// What all logs say was placed, for one that goes through it once.
    Placed placed() throws IOException, Refused {
        var all = new ArrayList<Entries>();
        for (Path log : logs()) {
            all.add(sorted(log));
        }
        return new Placed(all);
    }

    private Entries sorted(Path log) throws IOException, Refused {
        Path sorted = stage.book(log.getFileName() + ".gmf");
        try (var sorter = new Sorter(stage.runs(), MEMORY)) {
            Log.read(log, sorter::add);
            Seal _ = sorter.writeTo(Files.newOutputStream(sorted));
        }
        return ManifestReader.open(Files.newInputStream(sorted));
    }

    /// A log for one attempt.
    Log log() throws IOException {
        int number = 0;
        for (Path log : logs()) {
            Matcher name = LOG.matcher(log.getFileName().toString());
            if (name.matches()) {
                number = Math.max(number, Integer.parseInt(name.group(1)) + 1);
            }
        }
        Log log = Log.create(stage.book("placed-%06d.log".formatted(number)));
        stage.force();
        return log;
    }

    /// The logs of all attempts, the latest first.
    List<Path> logs() throws IOException {
        return stage.books().stream()
                .filter(Books::isLog)
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /// Gives all logs to another part of the same transfer.
    ///
    /// @return whether there is one that takes them
    boolean handOver(Target target) throws IOException {
        String own = Integer.toString(target.part().index());
        if (!target.key().endsWith("-" + own)) {
            return false;
        }
        String start = target.key().substring(0, target.key().length() - own.length());
        for (int i = 0; i < target.part().count(); i++) {
            if (i != target.part().index() && handOver(own, start + i)) {
                return true;
            }
        }
        return false;
    }

    /// Removes all but logs that have come since.
    void forget(List<Path> read) throws IOException {
        Files.delete(stage.runs());
        for (Path book : stage.books()) {
            if (!isLog(book) || read.contains(book)) {
                Files.deleteIfExists(book);
            }
        }
    }

    /// Looks what is at the target, and keeps what the first look has found.
    Survey survey(Target target) throws IOException, Refused {
        Path fresh = stage.book("now.gmf.new");
        Survey survey = survey(target, fresh);
        Stage.force(fresh);
        Files.move(fresh, now(), StandardCopyOption.ATOMIC_MOVE);
        if (!Files.exists(before())) {
            Files.createLink(before(), now());
        }
        stage.force();
        return survey;
    }

    /// Looks what is at the target.
    Survey survey(Target target, Path to) throws IOException, Refused {
        try (var sorter = new Sorter(stage.runs(), MEMORY)) {
            return target.tree().survey(target.part(), sorter, Files.newOutputStream(to));
        }
    }

    private static boolean isLog(Path book) {
        return LOG.matcher(book.getFileName().toString()).matches();
    }

    private boolean handOver(String own, String key) throws IOException {
        for (Path log : logs()) {
            String name = log.getFileName().toString();
            String theirs =
                    name.contains("-of-") ? name : name.replace(".log", "-of-" + own + ".log");
            if (!stage.give(log, key, theirs)) {
                return false;
            }
        }
        return true;
    }
}
