package gotthard.proof;

import gotthard.inventory.SiteName;
import gotthard.policy.Use;
import gotthard.world.CellId;

import java.time.LocalDate;

/// Where cells may be, by day. What was so when the plan began is always allowed; the plan is judged by what it brings about.
@FunctionalInterface
public interface Allowance {
    boolean allows(CellId cell, SiteName at, Use use, LocalDate day);
}
