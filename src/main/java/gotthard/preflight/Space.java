package gotthard.preflight;

import gotthard.action.Access;
import gotthard.action.Inspector.Finding;
import gotthard.action.Question;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Whether as much is free in volumes as must be where files arrive.
///
/// @param targets one of each volume
record Space(List<Spot.InVolume> targets, Limits limits) implements Further {
    @Override
    public List<Result> look(Asking asking) throws InterruptedException {
        var results = new ArrayList<Result>();
        for (Spot.InVolume target : targets) {
            var judge = new Judge(target.name(), limits, true, asking.context().now());
            for (Finding finding : asking.ask(target, new Question.Room(target.path()))) {
                results.add(judge.judge(finding));
            }
        }
        return results;
    }

    @Override
    public Set<Access> access() {
        var access = new HashSet<Access>();
        targets.forEach(target -> access.addAll(target.access(false, List.of())));
        return access;
    }
}
