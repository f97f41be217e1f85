package gotthard.proof;

import gotthard.inventory.Inventory;
import gotthard.inventory.Site;
import gotthard.inventory.SiteName;
import gotthard.policy.Policy;
import gotthard.policy.Use;
import gotthard.world.CellId;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What all of several policies allow, by the countries of sites; without a policy, everything.
///
/// @param inventories the first that has a site says where it is
record PolicyAllowance(List<Policy> policies, List<Inventory> inventories) implements Allowance {
    PolicyAllowance {
        policies = List.copyOf(policies);
        inventories = List.copyOf(inventories);
    }

    @Override
    public boolean allows(CellId cell, SiteName at, Use use, LocalDate day) {
        Optional<Site> site =
                inventories.stream()
                        .flatMap(inventory -> Stream.ofNullable(inventory.sites().get(at)))
                        .findFirst();
        return policies.stream()
                .allMatch(
                        policy ->
                                policy.residency().isEmpty()
                                        || site.filter(
                                                        known ->
                                                                policy.allows(
                                                                        cell,
                                                                        use,
                                                                        known.country(),
                                                                        day))
                                                .isPresent());
    }
}
