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
import java.util.Map;
import java.util.Set;

/// Holds the parts of a written inventory against each other, and makes the inventory of them.
final class Resolution {
    private static final Code COUNTRY_TWICE = new Code("country-in-two-regions");
    private static final Code ROLE_TWICE = new Code("duplicate-role");

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
                        new DataResolution(written, problems).data(),
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
