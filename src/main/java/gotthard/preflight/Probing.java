package gotthard.preflight;

import gotthard.action.Access;
import gotthard.action.Question;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/// Whether scanners leave alone what is brought: a copy that was verified is worth nothing if they take files away afterwards.
///
/// @param within how long a scanner is given
record Probing(List<Spot> spots, Duration within) implements Further {
    private static final List<String> PROGRAMS = List.of("sh", "cat", "rm");

    @Override
    public List<Result> look(Asking asking) throws InterruptedException {
        List<Callable<List<Result>>> probes =
                spots.stream()
                        .map(spot -> (Callable<List<Result>>) () -> look(asking, spot))
                        .toList();
        return AtOnce.all(probes).stream().flatMap(List::stream).toList();
    }

    @Override
    public Set<Access> access() {
        return spots.stream()
                .flatMap(spot -> spot.access(true, PROGRAMS).stream())
                .collect(Collectors.toSet());
    }

    private List<Result> look(Asking asking, Spot spot) throws InterruptedException {
        var question = new Question.Keeps(spot.path(), within);
        return asking.ask(spot, question).stream()
                .map(finding -> Judge.unlimited(spot.name(), finding))
                .toList();
    }
}
