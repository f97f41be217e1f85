package gotthard.preflight;

import gotthard.inventory.EndpointName;
import gotthard.shape.ByteSize;
import gotthard.shape.Rate;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/// How long it takes to bring away what lies at one site, while more is written there.
record Course(List<Weighed> cargoes, Terms terms) {
    private static final double SECONDS_A_DAY = Duration.ofDays(1).toSeconds();

    Result judge() {
        EndpointName where = cargoes.getFirst().cargo().from().name();
        long missing = sum(Weighed::missing);
        double growth =
                sum(one -> one.source().youngSize().bytes())
                        / (double) terms.growthOver().toSeconds();
        String grows =
                "%s at %s grow by %s a day"
                        .formatted(
                                Capacity.cells(cargoes),
                                where.site(),
                                new ByteSize((long) (growth * SECONDS_A_DAY)).display());
        if (terms.rate().isEmpty()) {
            return new Result.Good(where, "growth", grows);
        }
        Rate rate = terms.rate().get();
        double left = rate.bytesPerSecond() - growth;
        if (left <= 0) {
            return new Result.Bad(
                    where,
                    "growth",
                    "less growth than " + rate + ", at which the site is read",
                    grows + ": at " + rate + " the end is never reached",
                    "raise the rate, or move fewer regions with this plan");
        }
        return new Result.Good(
                where,
                "growth",
                "%s; at %s, %s are brought away in %s at best"
                        .formatted(
                                grows,
                                rate,
                                new ByteSize(missing).display(),
                                display((long) Math.ceil(missing / left))));
    }

    private long sum(ToLongFunction<Weighed> what) {
        return cargoes.stream().mapToLong(what).sum();
    }

    private static String display(long seconds) {
        if (seconds < 120) {
            return seconds + " s";
        }
        return seconds < 7_200
                ? (seconds + 59) / 60 + " min"
                : String.format(Locale.ROOT, "%.1f h", seconds / 3_600.0);
    }
}
