package gotthard.preflight;

import gotthard.action.Access;
import gotthard.action.Inspector.Finding;
import gotthard.action.Inspector.Measure;
import gotthard.action.Question;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Whether what is to be brought fits where it goes, in bytes and files (a bucket does not tell what is free), and whether it ever arrives: what is written faster than it
/// is moved never does.
record Capacity(List<Cargo> cargoes, Terms terms) implements Further {
    private static final List<String> COUNTING = List.of("sh", "find", "ls", "awk");

    @Override
    public List<Result> look(Asking asking) throws InterruptedException {
        List<Callable<List<Finding>>> questions =
                cargoes.stream()
                        .flatMap(cargo -> Stream.of(cargo.from(), cargo.to()))
                        .map(spot -> (Callable<List<Finding>>) () -> holds(asking, spot))
                        .toList();
        List<List<Finding>> answers = AtOnce.all(questions);
        var results = new ArrayList<Result>();
        var weighed = new ArrayList<Weighed>();
        for (int i = 0; i < cargoes.size(); i++) {
            Cargo cargo = cargoes.get(i);
            Found source = found(cargo.from(), answers.get(2 * i));
            Found target = found(cargo.to(), answers.get(2 * i + 1));
            results.addAll(source.unclear());
            results.addAll(target.unclear());
            for (Measure.Holds there : source.holds()) {
                target.holds().forEach(here -> weighed.add(new Weighed(cargo, there, here)));
            }
        }
        for (List<Weighed> store : grouped(weighed, Capacity::room)) {
            results.addAll(room(asking, store));
        }
        for (List<Weighed> source : grouped(weighed, one -> one.cargo().from().site())) {
            results.add(new Course(source, terms).judge());
        }
        return results;
    }

    @Override
    public Set<Access> access() {
        var access = new HashSet<Access>();
        for (Cargo cargo : cargoes) {
            access.addAll(cargo.from().access(false, COUNTING));
            access.addAll(cargo.to().access(false, COUNTING));
        }
        return access;
    }

    /// Whose cells these are, for a person.
    static String cells(List<Weighed> all) {
        return all.stream()
                .map(one -> one.cargo().cell())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /// One answer, or none and why.
    private record Found(List<Measure.Holds> holds, List<Result> unclear) {}

    private static Found found(Spot spot, List<Finding> answer) {
        var holds = new ArrayList<Measure.Holds>();
        var unclear = new ArrayList<Result>();
        for (Finding finding : answer) {
            if (finding instanceof Finding.Measured(_, Measure.Holds measured)) {
                holds.add(measured);
            } else {
                unclear.add(Judge.unlimited(spot.name(), finding));
            }
        }
        return new Found(holds, unclear);
    }

    private List<Finding> holds(Asking asking, Spot spot) throws InterruptedException {
        return asking.ask(
                spot, new Question.Holds(spot.path(), terms.growthOver(), terms.versions()));
    }

    private List<Result> room(Asking asking, List<Weighed> cargoes) throws InterruptedException {
        Spot store = cargoes.getFirst().cargo().store();
        var needs = new Needs(cargoes, terms);
        if (store instanceof Spot.InBucket) {
            return List.of(needs.untold(store.name()));
        }
        return asking.ask(store, new Question.Room(store.path())).stream()
                .map(
                        finding ->
                                switch (finding) {
                                    case Finding.Measured(_, Measure.Free free) ->
                                            needs.bytes(store.name(), free);
                                    case Finding.Measured(_, Measure.FreeFiles free) ->
                                            needs.files(store.name(), free);
                                    case Finding other -> Judge.unlimited(store.name(), other);
                                })
                .toList();
    }

    private static String room(Weighed one) {
        return one.cargo().store().room();
    }

    private static <K extends Comparable<K>> List<List<Weighed>> grouped(
            List<Weighed> weighed, Function<Weighed, K> by) {
        return List.copyOf(
                weighed.stream()
                        .collect(Collectors.groupingBy(by, TreeMap::new, Collectors.toList()))
                        .values());
    }
}
