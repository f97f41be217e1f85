package gotthard.rehearsal;

import gotthard.inventory.SiteName;
import gotthard.world.CellId;
import gotthard.world.Holding;
import gotthard.world.Level;

import java.util.Locale;

/// Something of a cell at a site that the model speaks of and that can be seen there.
public record Spot(CellId cell, SiteName site, Kind kind) {
    /// What is looked at.
    public enum Kind {
        /// Files of the cell.
        STORED,
        /// Workloads that the plan brings.
        DEPLOYED,
        /// Their replicas that run.
        PROCESSED;

        Level in(Holding holding) {
            return switch (this) {
                case STORED -> holding.base();
                case DEPLOYED -> holding.deployed();
                case PROCESSED -> holding.processing();
            };
        }
    }

    @Override
    public String toString() {
        return cell + " at " + site + ", " + kind.name().toLowerCase(Locale.ROOT);
    }
}
