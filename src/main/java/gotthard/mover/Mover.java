package gotthard.mover;

import gotthard.transfer.Refused;
import gotthard.transfer.report.Ending;
import gotthard.transfer.report.Report;
import gotthard.transfer.report.ReportText;
import gotthard.transfer.stream.ChangingRate;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/// One process of a mover, from its command line to its report and exit code.
final class Mover {
    private final Surroundings surroundings;
    private final Timing timing;
    private final ReentrantLock lock = new ReentrantLock();
    private Optional<Integer> code = Optional.empty();
    private Optional<Account> account = Optional.empty();
    private Optional<Command> command = Optional.empty();
    private final Probe probe = new Probe(Thread::sleep);

    Mover(Surroundings surroundings) {
        this(surroundings, Timing.USUAL);
    }

    Mover(Surroundings surroundings, Timing timing) {
        this.surroundings = surroundings;
        this.timing = timing;
    }

    /// What it has of the outside.
    ///
    /// @param nanos a clock that never goes back
    /// @param threads makes one for each task; none of them may keep the process alive
    record Surroundings(
            Map<String, String> environment,
            PrintStream out,
            PrintStream err,
            Clock clock,
            LongSupplier nanos,
            ThreadFactory threads) {}

    /// Does what the command line says, and reports it.
    ///
    /// @return the exit code
    int run(String... arguments) {
        if (arguments.length > 0 && arguments[0].equals("--help")) {
            surroundings.out().print(Usage.TEXT);
            return exit(0);
        }
        try {
            Command read = CommandLine.read(arguments, surroundings.environment());
            return carryOut(read, new Account(read, surroundings.nanos()));
        } catch (Refused misuse) {
            say(misuse.what() + "; " + misuse.next());
            return exit(Ending.BAD_USE);
        }
    }

    /// Ends it in order, wherever it is: what has arrived is kept, and the report says so.
    ///
    /// @return the exit code, which is that of the work if that has come to its end
    int end() {
        lock.lock();
        try {
            if (code.isEmpty()) {
                probe.end();
                tell(
                        Verdict.broken(
                                "it was told to end", "start it again; what has arrived is kept"));
                code = Optional.of(Ending.BROKEN.code());
            }
            return code.get();
        } finally {
            lock.unlock();
        }
    }

    private int carryOut(Command read, Account begun) {
        lock.lock();
        try {
            command = Optional.of(read);
            account = Optional.of(begun);
        } finally {
            lock.unlock();
        }
        try {
            return told(work(read, begun));
        } catch (Refused refused) {
            return told(Verdict.stopped(refused));
        } catch (IOException failed) {
            return told(
                    Verdict.stopped(
                            new Refused(
                                    "a disk or port failed: " + failed,
                                    "check the volume and the node, and try again")));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return end();
        } catch (RuntimeException | Error bug) {
            bug.printStackTrace(surroundings.err());
            told(
                    Verdict.stopped(
                            new Refused(
                                    "a bug in this program: " + bug,
                                    "report it, with the log of this pod")));
            return Ending.BUG;
        }
    }

    private Verdict work(Command read, Account begun)
            throws IOException, Refused, InterruptedException {
        Credentials credentials = Credentials.read(read.network().tls(), surroundings.clock());
        var rate = new ChangingRate(surroundings.nanos(), read.network().rate());
        try (Face _ = Face.open(read, credentials, begun, rate, this::say)) {
            var place =
                    new Workplace(
                            read,
                            credentials,
                            begun,
                            rate,
                            timing,
                            surroundings.nanos(),
                            task -> surroundings.threads().newThread(task).start(),
                            this::say);
            return switch (read.role()) {
                case RECEIVE -> new Receiving(place).run();
                case SEND -> new Sending(place, Sending::sends).run();
                case WITHDRAW -> new Removing(place).run();
                case TELL -> new Telling(place, probe, surroundings.clock()).run();
                case DECIDE -> new Deciding(place).run();
                case COVER -> new Sending(place, Sending::covers).run();
                case CLEAR -> new Clearing(place).run();
                case COMPARE_RECEIVE -> new Judging(place).run();
                case COMPARE_SEND -> new Sending(place, Sending::declares).run();
            };
        }
    }

    private int told(Verdict verdict) {
        lock.lock();
        try {
            if (code.isEmpty()) {
                tell(verdict);
                code = Optional.of(verdict.ending().code());
            }
            return code.get();
        } finally {
            lock.unlock();
        }
    }

    private int exit(int with) {
        lock.lock();
        try {
            code = Optional.of(with);
            return with;
        } finally {
            lock.unlock();
        }
    }

    private void tell(Verdict verdict) {
        if (account.isEmpty()) {
            return;
        }
        Report report = account.get().report(verdict);
        String line = ReportText.of(report);
        try {
            Files.writeString(command.orElseThrow().report(), line + "\n");
        } catch (IOException failed) {
            say("the report can't be written to " + command.orElseThrow().report());
        }
        surroundings.out().println(line);
        surroundings.out().flush();
    }

    private void say(String line) {
        surroundings.err().println("gotthard-mover: " + line);
    }
}
