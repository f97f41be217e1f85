package gotthard.proof.reference;

import gotthard.inventory.SiteName;
import gotthard.policy.Use;
import gotthard.proof.Allowance;
import gotthard.world.CellId;

import java.time.LocalDate;
import java.util.Set;

/// An allowance that can be printed: all that is not banned is allowed.
record Bans(Set<Ban> bans) implements Allowance {
    static final Bans NONE = new Bans(Set.of());

    @Override
    public boolean allows(CellId cell, SiteName at, Use use, LocalDate day) {
        return bans.stream()
                .noneMatch(
                        ban ->
                                ban.cell().equals(cell)
                                        && ban.at().equals(at)
                                        && ban.use() == use
                                        && !day.isBefore(ban.from())
                                        && day.isBefore(ban.until()));
    }

    /// @param from the first day
    /// @param until the first day on which it holds no more
    record Ban(CellId cell, SiteName at, Use use, LocalDate from, LocalDate until) {}
}
