package gotthard.inventory;

import gotthard.shape.Names;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// All that plans may name.
///
/// @param sandbox the folder that keeps the state of sites inside this JVM, when these sites are a sandbox
public record Inventory(
        String name,
        Optional<Path> sandbox,
        Map<SiteName, Site> sites,
        Map<RegionName, Region> regions,
        Map<DataTypeName, DataType> data,
        Set<RoleName> roles,
        Map<PersonName, Person> people) {
    /// Kinds of names that a `Shape.reference` can ask for.
    public static final String SITE = "site";

    public static final String REGION = "region";
    public static final String DATA = "data type";
    public static final String ROLE = "role";
    public static final String PERSON = "person";

    public Inventory {
        sites = Map.copyOf(sites);
        regions = Map.copyOf(regions);
        data = Map.copyOf(data);
        roles = Set.copyOf(roles);
        people = Map.copyOf(people);
    }

    /// The endpoint of a name, if there is one.
    public Optional<Endpoint> endpoint(EndpointName name) {
        return Optional.ofNullable(sites.get(name.site())).stream()
                .flatMap(Site::endpoints)
                .filter(endpoint -> endpoint.name().equals(name))
                .findFirst();
    }

    /// Where a site keeps a cell.
    public Optional<CellPlace> place(SiteName site, RegionName region, DataTypeName type) {
        Optional<DataType.Place> place =
                Optional.ofNullable(data.get(type)).map(known -> known.where().get(site));
        Optional<Store> store =
                place.flatMap(
                        at ->
                                Optional.ofNullable(sites.get(site))
                                        .map(known -> known.stores().get(at.store())));
        return store.map(
                at ->
                        new CellPlace(
                                at,
                                place.orElseThrow().folderOf(region),
                                place.orElseThrow().selectionOf(region)));
    }

    /// Where a host of a site keeps a cell's files: the host, and the absolute folder there, which other cells may share.
    public Optional<CellFolder> folder(SiteName site, RegionName region, DataTypeName type) {
        return place(site, region, type)
                .flatMap(
                        place ->
                                place.store() instanceof Store.OnHost host
                                        ? Optional.of(
                                                new CellFolder(
                                                        host.endpoint(),
                                                        host.path() + "/" + place.folder()))
                                        : Optional.empty());
    }

    /// The same with other people.
    public Inventory with(Map<PersonName, Person> others) {
        return new Inventory(name, sandbox, sites, regions, data, roles, others);
    }

    /// The roles in which a person acts now: their own, and those that others let them act in.
    ///
    /// @param without whose delegations don't count
    public Set<RoleName> rolesOf(PersonName person, Instant now, Set<PersonName> without) {
        var acting = new TreeSet<RoleName>();
        Optional.ofNullable(people.get(person)).map(Person::roles).ifPresent(acting::addAll);
        for (Person other : people.values()) {
            if (!without.contains(other.name())) {
                other.delegations().stream()
                        .filter(one -> one.to().equals(person) && one.holds(now))
                        .map(Person.Delegation::role)
                        .filter(other.roles()::contains)
                        .forEach(acting::add);
            }
        }
        return acting;
    }

    /// The names of each kind, for readers that check references.
    public Names names() {
        return Names.of(
                Map.of(
                        SITE, texts(sites.keySet()),
                        REGION, texts(regions.keySet()),
                        DATA, texts(data.keySet()),
                        ROLE, texts(roles),
                        PERSON, texts(people.keySet())));
    }

    private static Set<String> texts(Set<?> names) {
        return names.stream().map(Object::toString).collect(Collectors.toCollection(TreeSet::new));
    }

    /// A folder on a host. The path is absolute.
    public record CellFolder(EndpointName host, String path) {}
}
