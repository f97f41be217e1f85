package gotthard.preflight;

import gotthard.action.Context;
import gotthard.action.Unreachable;
import gotthard.files.jobs.Sounding;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;

/// The folders of volumes that a plan has looked at, by a mover each, a few at a time.
///
/// @param young what was written within so long is young; nothing is counted without it
/// @param probe for how long a file that scanners take for harmful must stay where files arrive
record Volumes(List<Spot.InVolume> spots, Optional<Duration> young, Optional<Duration> probe) {
    private static final int AT_A_TIME = 8;

    Volumes {
        spots = List.copyOf(spots);
    }

    /// What all of them tell.
    Tidings look(Context context) throws InterruptedException {
        var turns = new Semaphore(AT_A_TIME);
        List<Callable<Tidings.Answer>> looks =
                spots.stream()
                        .map(
                                spot ->
                                        (Callable<Tidings.Answer>)
                                                () -> {
                                                    turns.acquire();
                                                    try {
                                                        return look(context, spot);
                                                    } finally {
                                                        turns.release();
                                                    }
                                                })
                        .toList();
        List<Tidings.Answer> answers = AtOnce.all(looks);
        Map<Spot.InVolume, Tidings.Answer> all = new HashMap<>();
        for (int i = 0; i < answers.size(); i++) {
            all.put(spots.get(i), answers.get(i));
        }
        return new Tidings(all);
    }

    private Tidings.Answer look(Context context, Spot.InVolume spot) throws InterruptedException {
        var wanted =
                new Sounding.Wanted(young, spot.receives() ? probe : Optional.<Duration>empty());
        try {
            return new Tidings.Answer.Looked(spot.sounding().told(context, wanted));
        } catch (Unreachable silent) {
            return new Tidings.Answer.Failed(silent.failure());
        }
    }
}
