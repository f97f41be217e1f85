package gotthard.mover;

import gotthard.transfer.Refused;
import gotthard.transfer.report.Ending;
import gotthard.transfer.report.Report;
import gotthard.transfer.stream.Ended;
import gotthard.transfer.stream.Trouble;

import java.util.List;

/// How a mover's work has ended.
record Verdict(Ending ending, List<Report.Trouble> troubles, String what, String next) {
    private static final int NAMED = 10;

    Verdict {
        troubles = List.copyOf(troubles);
    }

    static Verdict of(Ended ended) {
        return switch (ended) {
            case Ended.Complete _ -> complete();
            case Ended.Incomplete(var tally, var troubles) ->
                    incomplete(
                            troubles,
                            tally.failed() + " things are not at the target as at the source",
                            "see the troubles; once they are dealt with, another pass brings what is left");
            case Ended.Broken(String what, String next) -> broken(what, next);
            case Ended.Stopped(String what, String next) ->
                    new Verdict(Ending.STOPPED, List.of(), what, next);
        };
    }

    static Verdict complete() {
        return new Verdict(Ending.COMPLETE, List.of(), "", "");
    }

    static Verdict incomplete(List<Trouble> troubles, String what, String next) {
        return new Verdict(Ending.INCOMPLETE, named(troubles), what, next);
    }

    static Verdict broken(String what, String next) {
        return new Verdict(Ending.BROKEN, List.of(), what, next);
    }

    static Verdict stopped(Refused why) {
        return new Verdict(Ending.STOPPED, List.of(), why.what(), why.next());
    }

    private static List<Report.Trouble> named(List<Trouble> troubles) {
        return troubles.stream()
                .limit(NAMED)
                .map(
                        trouble ->
                                new Report.Trouble(
                                        trouble.path().toString(), trouble.what(), trouble.next()))
                .toList();
    }
}
