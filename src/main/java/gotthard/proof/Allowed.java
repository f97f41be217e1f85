package gotthard.proof;

import gotthard.inventory.SiteName;
import gotthard.policy.Use;
import gotthard.world.Cell;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/// Where the policy does not allow each cell, by day, site and use.
final class Allowed {
    private static final Use[] USES = {Use.STORE, Use.WRITE, Use.STAGE, Use.PROCESS};

    private final boolean[][][][] forbidden;

    private Allowed(boolean[][][][] forbidden) {
        this.forbidden = forbidden;
    }

    static Allowed of(Parts parts) {
        Model model = parts.model();
        boolean[][][][] forbidden = new boolean[model.cells().size()][][][];
        for (int cell = 0; cell < forbidden.length; cell++) {
            var sites = parts.shape(cell).sites();
            forbidden[cell] = new boolean[model.days().size()][][];
            for (int day = 0; day < model.days().size(); day++) {
                forbidden[cell][day] =
                        onDay(model, model.cells().get(cell), sites, model.days().get(day));
            }
        }
        return new Allowed(forbidden);
    }

    /// By site and use.
    static boolean[][] onDay(Model model, Cell cell, List<SiteName> sites, LocalDate day) {
        boolean[][] forbidden = new boolean[sites.size()][USES.length];
        for (int site = 0; site < sites.size(); site++) {
            SiteName name = sites.get(site);
            for (int number = 0; number < USES.length; number++) {
                Use use = USES[number];
                boolean isFirst = use != Use.STAGE && cell.first().contains(name);
                forbidden[site][number] =
                        !isFirst && !model.allowance().allows(cell.id(), name, use, day);
            }
        }
        return forbidden;
    }

    /// By day, site and use: to store, to take writes, to stage, to process.
    boolean[][][] forbidden(int cell) {
        return forbidden[cell];
    }

    /// Whether days make a difference to a cell.
    boolean varies(int cell) {
        for (boolean[][] day : forbidden[cell]) {
            if (!Arrays.deepEquals(day, forbidden[cell][0])) {
                return true;
            }
        }
        return false;
    }
}
