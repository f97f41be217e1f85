package gotthard.overview;

import gotthard.inventory.SiteName;
import gotthard.world.CellId;

import java.util.List;
import java.util.Map;

/// Where each cell is stored and processed, and how much of that is verified. Whatever no step has an effect on is not in it.
///
/// @param sites the columns, sources before targets
/// @param rows by cell
public record Matrix(List<SiteName> sites, List<Row> rows) {
    public Matrix {
        sites = List.copyOf(sites);
        rows = List.copyOf(rows);
    }

    /// One cell.
    public record Row(CellId cell, Map<SiteName, Standing> at) {
        public Row {
            at = Map.copyOf(at);
        }

        /// How it stands at a site; nothing is there where no step has an effect.
        public Standing at(SiteName site) {
            return at.getOrDefault(site, Standing.NONE);
        }

        /// Whether some step copies it somewhere.
        public boolean isMoving() {
            return at.values().stream().anyMatch(Standing::isTarget);
        }

        /// Whether it is verified at all sites that it is copied to, and there all that was found to compare.
        public boolean isVerified() {
            return isMoving()
                    && at.values().stream()
                            .filter(Standing::isTarget)
                            .map(Standing::stored)
                            .allMatch(part -> part.mark() == Mark.VERIFIED && part.isWhole());
        }
    }

    /// How a cell stands at one site.
    public record Standing(Part stored, Part processed) {
        static final Standing NONE = new Standing(Part.NONE, Part.NONE);

        /// Whether some step copies the cell to here.
        public boolean isTarget() {
            return stored.mark() != Mark.NONE && stored.mark() != Mark.SOURCE;
        }
    }

    /// The cells that are to be copied somewhere.
    public long moving() {
        return rows.stream().filter(Row::isMoving).count();
    }

    /// Those of them that are verified at all their targets.
    public long verified() {
        return rows.stream().filter(Row::isVerified).count();
    }

    /// What the verifications that still stand compared at the targets, all together; cells of which it is unknown are left out.
    public Part.Amount compared() {
        return rows.stream()
                .flatMap(row -> row.at().values().stream())
                .flatMap(standing -> standing.stored().compared().stream())
                .reduce(new Part.Amount(0, 0), Part.Amount::and);
    }
}
