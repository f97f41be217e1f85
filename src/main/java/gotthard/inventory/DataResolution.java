package gotthard.inventory;

import gotthard.problem.Code;
import gotthard.problem.Problem;
import gotthard.problem.Problems;
import gotthard.problem.Quoted;
import gotthard.shape.Located;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes kinds of data of what was written: each in stores that its sites have, and no cell in the place of another.
final class DataResolution {
    private static final Code UNKNOWN_STORE = new Code("unknown-store");
    private static final Code UNKNOWN_VARIABLE = new Code("unknown-variable");
    private static final Code SHARED_FOLDER = new Code("shared-folder");
    private static final Code NO_TAGS = new Code("tags-of-files");
    private static final String REGION = "${region}";

    private final Written written;
    private final Problems problems;
    private final Map<String, List<Kept>> kept = new HashMap<>();

    DataResolution(Written written, Problems problems) {
        this.written = written;
        this.problems = problems;
    }

    private record Kept(DataTypeName data, Selection selection) {}

    Map<DataTypeName, DataType> data() {
        var types = new LinkedHashMap<DataTypeName, DataType>();
        written.data()
                .forEach(
                        (name, data) -> {
                            var where = new LinkedHashMap<SiteName, DataType.Place>();
                            data.where()
                                    .forEach(
                                            (site, at) ->
                                                    where.put(
                                                            site.value(),
                                                            place(name, site.value(), at)));
                            types.put(name, new DataType(name, data.mutability(), where));
                        });
        return types;
    }

    private DataType.Place place(DataTypeName data, SiteName site, Written.Where at) {
        Selection selection = selection(at);
        checkStore(site, at.store());
        checkTag(site, at);
        checkVariables(at);
        checkRegions(at, selection);
        checkShared(data, site, at, selection);
        return new DataType.Place(
                new StoreName(at.store().value()), at.folder().value(), selection);
    }

    private static Selection selection(Written.Where at) {
        if (at.list().isPresent()) {
            return new Selection.Listed(at.list().get().value());
        }
        return at.tag()
                .<Selection>map(tag -> new Selection.Tagged(tag.value().key(), tag.value().value()))
                .orElse(Selection.EVERYTHING);
    }

    private Map<StoreName, WrittenStore> stores(SiteName site) {
        return written.sites().entrySet().stream()
                .filter(entry -> entry.getKey().value().equals(site))
                .map(Map.Entry::getValue)
                .findFirst()
                .map(Written.Site::stores)
                .orElse(Map.of());
    }

    private void checkStore(SiteName site, Located<String> store) {
        boolean isKnown =
                written.sites().keySet().stream().anyMatch(known -> known.value().equals(site));
        List<String> stores = stores(site).keySet().stream().map(StoreName::value).toList();
        if (isKnown && !stores.contains(store.value())) {
            problems.add(
                    Problem.error(
                                    UNKNOWN_STORE,
                                    store.place(),
                                    "the site "
                                            + Quoted.of(site.value())
                                            + " has no store "
                                            + Quoted.of(store.value()))
                            .withAdvice(
                                    SiteResolution.advice(store.value(), stores, "its stores")));
        }
    }

    private void checkTag(SiteName site, Written.Where at) {
        Optional<WrittenStore> store =
                Optional.ofNullable(stores(site).get(new StoreName(at.store().value())));
        if (at.tag().isPresent() && store.filter(one -> one.bucket().isEmpty()).isPresent()) {
            problems.add(
                    Problem.error(
                                    NO_TAGS,
                                    at.tag().get().place(),
                                    "the store "
                                            + Quoted.of(at.store().value())
                                            + " keeps files, and files have no tags")
                            .withAdvice("write \"list:\" with the file that names them"));
        }
    }

    private void checkVariables(Written.Where at) {
        checkVariables(at.folder(), "a folder");
        at.list().ifPresent(list -> checkVariables(list, "the name of a list"));
        at.tag()
                .ifPresent(
                        tag ->
                                checkVariables(
                                        new Located<>(tag.value().value(), tag.place()), "a tag"));
    }

    private void checkVariables(Located<String> text, String where) {
        if (text.value().replace(REGION, "").contains("${")) {
            problems.add(
                    Problem.error(
                                    UNKNOWN_VARIABLE,
                                    text.place(),
                                    "only ${region} is replaced in " + where)
                            .withAdvice("write ${region} where the name of the region belongs"));
        }
    }

    private void checkRegions(Written.Where at, Selection selection) {
        int regions = written.regions().size();
        String all = at.folder().value() + told(selection);
        if (regions <= 1 || all.contains("${")) {
            return;
        }
        String what =
                switch (selection) {
                    case Selection.All _ ->
                            "without ${region}, the data of all %,d regions would lie in one folder";
                    case Selection.Listed _ ->
                            "without ${region}, one list would name the data of all %,d regions";
                    case Selection.Tagged _ ->
                            "without ${region}, the data of all %,d regions would have one tag";
                };
        problems.add(
                Problem.error(SHARED_FOLDER, at.folder().place(), what.formatted(regions))
                        .withAdvice(
                                switch (selection) {
                                    case Selection.All _ ->
                                            "write "
                                                    + at.folder().value()
                                                    + "/${region}, or tell them apart with \"list:\" or \"tag:\"";
                                    case Selection.Listed _ ->
                                            "write ${region} in the name of the list";
                                    case Selection.Tagged _ ->
                                            "write ${region} in the value of the tag";
                                }));
    }

    private static String told(Selection selection) {
        return switch (selection) {
            case Selection.All _ -> "";
            case Selection.Listed(var path) -> path;
            case Selection.Tagged(_, var value) -> value;
        };
    }

    /// In one folder, all must be told apart by lists or tags.
    private void checkShared(
            DataTypeName data, SiteName site, Written.Where at, Selection selection) {
        String key = site + "\0" + at.store().value() + "\0" + at.folder().value();
        List<Kept> others = kept.computeIfAbsent(key, _ -> new ArrayList<>());
        others.stream()
                .filter(other -> !areApart(other.selection(), selection))
                .findFirst()
                .ifPresent(
                        other ->
                                problems.add(
                                        Problem.error(
                                                        SHARED_FOLDER,
                                                        at.folder().place(),
                                                        Quoted.of(other.data().value())
                                                                + " and "
                                                                + Quoted.of(data.value())
                                                                + " would lie in one folder of "
                                                                + site)
                                                .withAdvice(
                                                        "give each a folder of its own, or each a \"list:\" or \"tag:\" of its own")));
        others.add(new Kept(data, selection));
    }

    private static boolean areApart(Selection one, Selection other) {
        return !one.equals(Selection.EVERYTHING)
                && !other.equals(Selection.EVERYTHING)
                && !one.equals(other);
    }
}
