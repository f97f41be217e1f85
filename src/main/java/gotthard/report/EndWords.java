package gotthard.report;

import gotthard.inventory.SiteName;
import gotthard.proof.Model;
import gotthard.proof.Situation;
import gotthard.proof.Story;
import gotthard.world.Aspect;
import gotthard.world.Cell;
import gotthard.world.CellId;
import gotthard.world.Effect;
import gotthard.world.Holding;
import gotthard.world.Level;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What is wrong where a plan has come to its end, forward or back.
final class EndWords {
    private final Model model;
    private final Story story;
    private final Situation last;

    EndWords(Model model, Story story, Situation last) {
        this.model = model;
        this.story = story;
        this.last = last;
    }

    List<String> notMoved() {
        CellId id = story.cell().orElseThrow();
        List<SiteName> to = cell(id).to();
        var found = new ArrayList<String>();
        holdings()
                .forEach(
                        (site, holding) -> {
                            boolean isTarget = to.contains(site);
                            if (!isTarget
                                    && holding.routed() != Level.NONE
                                    && cell(id).moves().contains(Aspect.WRITE)) {
                                found.add("At the end the traffic still goes to " + site + ".");
                            }
                            if (!isTarget
                                    && holding.processing() != Level.NONE
                                    && cell(id).moves().contains(Aspect.PROCESS)) {
                                found.add("At the end " + site + " still processes.");
                            }
                        });
        return found;
    }

    List<String> goal() {
        CellId id = story.cell().orElseThrow();
        var found = new ArrayList<String>();
        for (SiteName target : cell(id).targets()) {
            Holding there = holdings().get(target);
            if (there == null || there.base() != Level.FULL) {
                found.add("At the end " + target + " lacks the data.");
            } else if (isWritten() && !there.write()) {
                found.add(
                        "At the end "
                                + target
                                + " lacks what the user wrote"
                                + acceptedAt()
                                + ", and nothing brings it there.");
            }
        }
        boolean isDeleted =
                model.steps().stream()
                        .flatMap(step -> step.effects().stream())
                        .anyMatch(
                                effect ->
                                        effect instanceof Effect.Delete(var cell, _)
                                                && cell.equals(id));
        holdings()
                .forEach(
                        (site, holding) -> {
                            if (!isDeleted || !cell(id).first().contains(site)) {
                                return;
                            }
                            if (holding.write() || holding.base() != Level.NONE) {
                                found.add(
                                        "At the end "
                                                + site
                                                + " still "
                                                + SiteWords.held(holding, isWritten())
                                                + ", although it was to give everything up.");
                            } else if (last.running().stream()
                                    .anyMatch(
                                            link ->
                                                    link.cell().equals(id)
                                                            && link.to().equals(site))) {
                                found.add(
                                        "At the end a replication still brings to "
                                                + site
                                                + " what users write, although it was to give everything up.");
                            }
                        });
        return found;
    }

    List<String> changed() {
        var found = new ArrayList<String>();
        CellId id = story.cell().orElseThrow();
        Map<SiteName, Holding> first = story.first().cells().getOrDefault(id, Map.of());
        boolean isWritten = isWritten();
        holdings()
                .forEach(
                        (site, holding) -> {
                            Holding was = first.get(site);
                            if (was != null
                                    && cell(id).first().contains(site)
                                    && isWritten
                                    && !holding.write()) {
                                found.add(site + " lacks what the user wrote" + acceptedAt() + ".");
                            }
                            List<String> differences =
                                    was == null ? List.of() : differences(was, holding);
                            if (!differences.isEmpty()) {
                                found.add(site + " " + Sentences.and(differences) + ".");
                            } else if (was != null
                                    && !cell(id).first().contains(site)
                                    && holding.write()) {
                                found.add("What the user wrote is still at " + site + ".");
                            }
                        });
        if (!last.running().isEmpty()) {
            found.add("A replication still runs.");
        }
        return found;
    }

    /// In what a site differs from what it was.
    private static List<String> differences(Holding was, Holding is) {
        var found = new ArrayList<String>();
        add(found, was.base(), is.base(), "does not have all the data any more", "still has data");
        add(found, was.open(), is.open(), "does not take writes as before", "still takes writes");
        add(
                found,
                was.routed(),
                is.routed(),
                "does not get the traffic as before",
                "still gets traffic");
        add(
                found,
                was.processing(),
                is.processing(),
                "does not process as before",
                "still processes");
        add(
                found,
                was.deployed(),
                is.deployed(),
                "does not have its workloads any more",
                "still has workloads");
        add(
                found,
                was.staged(),
                is.staged(),
                "does not hold data on their way any more",
                "still holds data on their way");
        return found;
    }

    private static void add(List<String> found, Level was, Level is, String less, String more) {
        if (is != was) {
            found.add(is.compareTo(was) < 0 ? less : more);
        }
    }

    String stuckBack() {
        List<SiteName> lacking =
                story.cell().map(this::cell).map(Cell::first).orElse(List.of()).stream()
                        .filter(
                                site ->
                                        !holdings().containsKey(site)
                                                || !holdings().get(site).write())
                        .toList();
        return isWritten() && !lacking.isEmpty()
                ? "What the user wrote"
                        + acceptedAt()
                        + " would be lost by going back, for nothing brings it to "
                        + Sentences.and(lacking)
                        + "; so the run goes neither back nor on."
                : "No undoing that is left can be done.";
    }

    private Map<SiteName, Holding> holdings() {
        return story.cell().map(cell -> last.cells().getOrDefault(cell, Map.of())).orElse(Map.of());
    }

    private boolean isWritten() {
        return SiteWords.isWritten(holdings());
    }

    private String acceptedAt() {
        return SiteWords.acceptedAt(holdings());
    }

    private Cell cell(CellId id) {
        return model.cells().stream()
                .filter(cell -> cell.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
