package gotthard.web.pages;

import gotthard.action.Progress;
import gotthard.report.Words;

import java.util.Locale;
import java.util.OptionalInt;

/// How far an attempt is. What is not known is called so, and no share is made of it.
final class ProgressWords {
    private static final int ALL = 100;

    private ProgressWords() {}

    /// `17 of 1,204 files, copies files`.
    static String of(Progress progress) {
        String doing = progress.doing().isEmpty() ? "" : ", " + progress.doing();
        return amount(progress) + doing;
    }

    private static String amount(Progress progress) {
        String done = number(progress, progress.done());
        if (progress.total().isEmpty()) {
            return done + unit(progress) + " of an unknown total";
        }
        long total = progress.total().getAsLong();
        return progress.done() > total
                ? done + unit(progress) + ", more than the " + number(progress, total) + " expected"
                : done + " of " + number(progress, total) + unit(progress);
    }

    private static String number(Progress progress, long amount) {
        return progress.unit() == Progress.Unit.BYTES ? Words.bytes(amount) : Words.number(amount);
    }

    private static String unit(Progress progress) {
        return progress.unit() == Progress.Unit.BYTES
                ? ""
                : " " + progress.unit().name().toLowerCase(Locale.ROOT);
    }

    /// Per cent, rounded down; empty where the total is not known or was wrong.
    static OptionalInt share(Progress progress) {
        if (progress.total().isEmpty()
                || progress.total().getAsLong() <= 0
                || progress.done() > progress.total().getAsLong()) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(
                Math.toIntExact(
                        (long)
                                Math.floor(
                                        (double) progress.done()
                                                * ALL
                                                / progress.total().getAsLong())));
    }
}
