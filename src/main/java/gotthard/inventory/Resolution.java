package gotthard.inventory;

import gotthard.problem.Checked;
import gotthard.problem.Code;
import gotthard.problem.Place;
import gotthard.problem.Problem;
import gotthard.problem.Problems;
import gotthard.problem.Quoted;
import gotthard.shape.Located;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Holds the parts of a written inventory against each other, and makes the inventory of them.
final class Resolution {
    private static final Code COUNTRY_TWICE = new Code("country-in-two-regions");
    private static final Code ROLE_TWICE = new Code("duplicate-role");
    private static final Code UNKNOWN_STORE = new Code("unknown-store");
    private static final Code UNKNOWN_VARIABLE = new Code("unknown-variable");
    private static final Code SHARED_FOLDER = new Code("shared-folder");
    private static final String REGION = "${region}";

    private final Written written;
    private final Path source;
    private final SiteResolution sites;
    private final Problems problems = new Problems();

    Resolution(String source, Written written) {
        this.written = written;
        this.source = Path.of(source);
        this.sites = new SiteResolution(this.source, written.sandbox().isPresent(), problems);
    }

    Checked<Inventory> inventory() {
        var resolved = new LinkedHashMap<SiteName, Site>();
        written.sites().forEach((name, site) -> resolved.put(name.value(), sites.site(name, site)));
        var inventory =
                new Inventory(
                        written.name(),
                        written.sandbox().map(Path::of),
                        resolved,
                        regions(),
                        data(),
                        roles(),
                        new PeopleResolution(problems).people(written.people()));
        return problems.checked(inventory);
    }

    private Map<RegionName, Region> regions() {
        var claimed = new HashMap<CountryCode, RegionName>();
        var regions = new LinkedHashMap<RegionName, Region>();
        written.regions()
                .forEach(
                        (name, countries) -> {
                            var own = new LinkedHashSet<CountryCode>();
                            for (Located<CountryCode> country : countries) {
                                own.add(country.value());
                                claim(country, name, claimed);
                            }
                            regions.put(name, new Region(name, own));
                        });
        return regions;
    }

    private void claim(
            Located<CountryCode> country, RegionName region, Map<CountryCode, RegionName> claimed) {
        RegionName other = claimed.putIfAbsent(country.value(), region);
        if (other != null) {
            String where =
                    other.equals(region)
                            ? "twice in the region " + Quoted.of(region.value())
                            : "in the regions "
                                    + Quoted.of(other.value())
                                    + " and "
                                    + Quoted.of(region.value());
            problems.add(
                    Problem.error(
                                    COUNTRY_TWICE,
                                    country.place(),
                                    "the country " + country.value() + " stands " + where)
                            .withAdvice(
                                    "name it once, so that it is clear with whom its data move"));
        }
    }

    private Map<DataTypeName, DataType> data() {
        var folders = new HashMap<String, DataTypeName>();
        var types = new LinkedHashMap<DataTypeName, DataType>();
        written.data()
                .forEach(
                        (name, data) -> {
                            var where = new LinkedHashMap<SiteName, DataType.Place>();
                            data.where()
                                    .forEach(
                                            (site, at) -> {
                                                checkStore(site.value(), at.store());
                                                checkFolder(at.folder());
                                                checkShared(name, site.value(), at, folders);
                                                where.put(
                                                        site.value(),
                                                        new DataType.Place(
                                                                new StoreName(at.store().value()),
                                                                at.folder().value()));
                                            });
                            types.put(name, new DataType(name, data.mutability(), where));
                        });
        return types;
    }

    private void checkStore(SiteName site, Located<String> store) {
        Optional<Written.Site> known =
                written.sites().entrySet().stream()
                        .filter(entry -> entry.getKey().value().equals(site))
                        .map(Map.Entry::getValue)
                        .findFirst();
        List<String> stores =
                known.stream()
                        .flatMap(found -> found.stores().keySet().stream())
                        .map(StoreName::value)
                        .toList();
        if (known.isPresent() && !stores.contains(store.value())) {
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

    private void checkFolder(Located<String> folder) {
        String rest = folder.value().replace(REGION, "");
        if (rest.contains("${")) {
            problems.add(
                    Problem.error(
                                    UNKNOWN_VARIABLE,
                                    folder.place(),
                                    "only ${region} is replaced in a folder")
                            .withAdvice("write ${region} where the name of the region belongs"));
        } else if (rest.equals(folder.value()) && written.regions().size() > 1) {
            problems.add(
                    Problem.error(
                                    SHARED_FOLDER,
                                    folder.place(),
                                    "without ${region}, the data of all "
                                            + written.regions().size()
                                            + " regions would lie in one folder")
                            .withAdvice("write " + folder.value() + "/${region}"));
        }
    }

    private void checkShared(
            DataTypeName data, SiteName site, Written.Where at, Map<String, DataTypeName> folders) {
        String key = site + "\0" + at.store().value() + "\0" + at.folder().value();
        DataTypeName other = folders.putIfAbsent(key, data);
        if (other != null) {
            problems.add(
                    Problem.error(
                                    SHARED_FOLDER,
                                    at.folder().place(),
                                    Quoted.of(other.value())
                                            + " and "
                                            + Quoted.of(data.value())
                                            + " would lie in one folder of "
                                            + site)
                            .withAdvice("give each a folder of its own"));
        }
    }

    private Set<RoleName> roles() {
        var first = new HashMap<RoleName, Place>();
        for (Located<RoleName> role : written.roles()) {
            Place earlier = first.putIfAbsent(role.value(), role.place());
            if (earlier != null) {
                problems.add(
                        Problem.error(
                                        ROLE_TWICE,
                                        role.place(),
                                        "the role "
                                                + Quoted.of(role.value().value())
                                                + " stands already in line "
                                                + earlier.line())
                                .withAdvice("name it once"));
            }
        }
        return first.keySet();
    }
}
