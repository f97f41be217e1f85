package gotthard.inventory;

import java.util.Set;

/// Countries whose data move together.
public record Region(RegionName name, Set<CountryCode> countries) {
    public Region {
        countries = Set.copyOf(countries);
    }
}
