package gotthard.journal;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;

/// A process that appends until it is killed, and says the number of every entry that was
/// acknowledged.
final class RestlessWriter {
    private RestlessWriter() {}

    public static void main(String[] arguments) {
        try (var journal = SqliteJournal.open(Path.of(arguments[0]), "0.1.0", new SecureRandom())) {
            Lease lease = JournalContract.granted(journal.acquire(Examples.RUN, "the writer"));
            long next = journal.entries(Examples.RUN, 0).size() + 1L;
            List<Event> pair =
                    List.of(
                            Examples.all().get("step.intended-inline"),
                            Examples.all().get("step.ended-failed"));
            while (journal.append(lease, next, Examples.AT, pair)) {
                next += pair.size();
                System.out.println(next - 1);
                System.out.flush();
            }
        }
    }
}
