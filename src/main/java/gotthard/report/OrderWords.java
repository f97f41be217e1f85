package gotthard.report;

import gotthard.inventory.SiteName;
import gotthard.proof.Model;
import gotthard.proof.Precedence;
import gotthard.proof.Situation;
import gotthard.proof.Story;
import gotthard.world.Cell;
import gotthard.world.CellId;
import gotthard.world.Holding;
import gotthard.world.Level;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What has moved before it may.
record OrderWords(Model model, Story story, Situation last) {
    List<String> sentences() {
        CellId cell = story.cell().orElseThrow();
        var found = new ArrayList<String>();
        for (Precedence pair : model.order()) {
            if (pair.later().equals(cell) && !isMoved(pair.earlier())) {
                List<SiteName> at =
                        new ServiceWords(last.cells().getOrDefault(cell, Map.of()))
                                .where(holding -> holding.processing() != Level.NONE).stream()
                                        .filter(site -> !cell(cell).first().contains(site))
                                        .toList();
                found.add(
                        cell
                                + " is processed at "
                                + Sentences.and(at)
                                + ", and "
                                + pair.earlier()
                                + " has not moved yet"
                                + stillAt(pair.earlier())
                                + ".");
            }
        }
        return found;
    }

    private String stillAt(CellId id) {
        List<SiteName> to = cell(id).to();
        if (!last.cells().containsKey(id)) {
            return ": it is still processed at " + Sentences.and(cell(id).first());
        }
        List<SiteName> at =
                new ServiceWords(last.cells().getOrDefault(id, Map.of()))
                        .where(holding -> holding.processing() != Level.NONE).stream()
                                .filter(site -> !to.contains(site))
                                .toList();
        return at.isEmpty() ? "" : ": it is still processed at " + Sentences.and(at);
    }

    private boolean isMoved(CellId id) {
        List<SiteName> to = cell(id).to();
        Map<SiteName, Holding> all = last.cells().getOrDefault(id, Map.of());
        return !all.isEmpty()
                && all.entrySet().stream()
                        .allMatch(
                                entry ->
                                        to.contains(entry.getKey())
                                                ? entry.getValue().processing() == Level.FULL
                                                : entry.getValue().processing() == Level.NONE);
    }

    private Cell cell(CellId id) {
        return model.cells().stream()
                .filter(cell -> cell.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
