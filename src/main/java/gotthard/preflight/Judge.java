package gotthard.preflight;

import gotthard.action.Inspector.Finding;
import gotthard.action.Inspector.Measure;
import gotthard.inventory.EndpointName;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/// Judges findings by limits.
///
/// @param receives whether files arrive there, so that space matters
record Judge(EndpointName where, Limits limits, boolean receives, Instant now) {
    Result judge(Finding finding) {
        return switch (finding) {
            case Finding.Good _, Finding.Bad _ -> unlimited(where, finding);
            case Finding.Measured(var subject, var measure) -> judge(subject, measure);
        };
    }

    /// Judges what has no limit.
    static Result unlimited(EndpointName where, Finding finding) {
        return finding instanceof Finding.Bad(var subject, var found, var next)
                ? new Result.Bad(where, subject, "nothing to object to", found, next)
                : new Result.Good(where, finding.subject(), finding.found());
    }

    private Result judge(String subject, Measure measure) {
        return switch (measure) {
            case Measure.ClockAhead(var by) ->
                    by.abs().compareTo(limits.clockSkew()) <= 0
                            ? good(subject, measure.toString())
                            : bad(
                                    subject,
                                    "at most " + seconds(limits.clockSkew()) + " off",
                                    measure.toString(),
                                    "let NTP set the clocks of both, or raise \"clockSkew\"");
            case Measure.Free(var folder, var size) ->
                    !receives || size.compareTo(limits.space()) >= 0
                            ? good(subject, measure.toString())
                            : bad(
                                    subject,
                                    limits.space().display() + " free at " + folder,
                                    size.display() + " free",
                                    "make room there, or lower \"space\"");
            case Measure.FreeFiles _, Measure.Holds _ -> good(subject, measure.toString());
            case Measure.ValidUntil(var end) -> certificate(subject, end);
        };
    }

    private Result certificate(String subject, Instant end) {
        Duration left = Duration.between(now, end);
        String day = end.atOffset(ZoneOffset.UTC).toLocalDate().toString();
        String found =
                left.isNegative()
                        ? "ended on " + day
                        : "valid until " + day + " (" + left.toDays() + " days)";
        return left.compareTo(limits.certificates()) >= 0
                ? good(subject, found)
                : bad(
                        subject,
                        "valid for " + limits.certificates().toDays() + " days",
                        found,
                        "renew the certificate");
    }

    private Result good(String subject, String found) {
        return new Result.Good(where, subject, found);
    }

    private Result bad(String subject, String wanted, String found, String next) {
        return new Result.Bad(where, subject, wanted, found, next);
    }

    private static String seconds(Duration duration) {
        return duration.toMillis() % 1000 == 0
                ? duration.toSeconds() + " s"
                : duration.toMillis() + " ms";
    }
}
