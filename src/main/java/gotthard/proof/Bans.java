package gotthard.proof;

import gotthard.inventory.SiteName;
import gotthard.world.Cell;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Where cells must not be, day by day.
final class Bans {
    private final Parts parts;
    private final Map<LocalDate, List<boolean[][]>> known = new ConcurrentHashMap<>();

    Bans(Parts parts) {
        this.parts = parts;
    }

    /// The sites where a cell may be and must not.
    List<SiteName> broken(int cell, Worlds.Facts facts, LocalDate day) {
        boolean[][] banned = known.computeIfAbsent(day, this::on).get(cell);
        List<SiteName> found = new ArrayList<>();
        for (int site = 0; site < banned.length; site++) {
            for (int use = 0; use < banned[site].length; use++) {
                if (banned[site][use] && facts.isUsed(site, use)) {
                    found.add(parts.shape(cell).sites().get(site));
                    break;
                }
            }
        }
        return found;
    }

    private List<boolean[][]> on(LocalDate day) {
        List<boolean[][]> all = new ArrayList<>();
        for (int cell = 0; cell < parts.model().cells().size(); cell++) {
            Cell known = parts.model().cells().get(cell);
            all.add(Allowed.onDay(parts.model(), known, parts.shape(cell).sites(), day));
        }
        return all;
    }
}
