package gotthard.action;

import gotthard.inventory.SiteName;
import gotthard.world.CellId;
import gotthard.world.Holding;
import gotthard.world.Level;

/// What can be told of a cell by looking at one site, without asking an action.
public record Sight(CellId cell, SiteName site, Quality quality) {
    /// What there is more or less of.
    public enum Quality {
        STORED,
        DEPLOYED,
        PROCESSED,
        TAKING_WRITES,
        ROUTED,
        STAGED;

        Level of(Holding holding) {
            return switch (this) {
                case STORED -> holding.base();
                case DEPLOYED -> holding.deployed();
                case PROCESSED -> holding.processing();
                case TAKING_WRITES -> holding.open();
                case ROUTED -> holding.routed();
                case STAGED -> holding.staged();
            };
        }
    }

    @Override
    public String toString() {
        return cell + " " + quality + " at " + site;
    }
}
