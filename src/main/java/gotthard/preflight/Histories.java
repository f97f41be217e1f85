package gotthard.preflight;

import gotthard.action.Access;
import gotthard.action.Question;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Whether buckets can receive all versions of objects.
record Histories(List<Spot> buckets) implements Further {
    @Override
    public List<Result> look(Asking asking) throws InterruptedException {
        var results = new ArrayList<Result>();
        for (Spot bucket : buckets) {
            var question = new Question.Versioned(bucket.path());
            asking.ask(bucket, question)
                    .forEach(finding -> results.add(Judge.unlimited(bucket.name(), finding)));
        }
        return results;
    }

    @Override
    public Set<Access> access() {
        return buckets.stream()
                .flatMap(bucket -> bucket.access(false, List.of()).stream())
                .collect(Collectors.toSet());
    }
}
