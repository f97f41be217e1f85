package gotthard.report;

import gotthard.inventory.SiteName;
import gotthard.proof.Model;
import gotthard.proof.Situation;
import gotthard.proof.Story;
import gotthard.world.Cell;
import gotthard.world.CellId;
import gotthard.world.Effect;
import gotthard.world.Holding;
import gotthard.world.Level;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// What would mend a plan that ends without having brought all.
record GoalMending(Model model, Story story, CellSteps steps) {
    Optional<String> advice() {
        return lacking().map(this::bring).or(this::giveUp);
    }

    private Situation last() {
        return story.turns().isEmpty() ? story.first() : story.turns().getLast().after();
    }

    private Map<SiteName, Holding> holdings() {
        return story.cell().map(id -> last().cells().getOrDefault(id, Map.of())).orElse(Map.of());
    }

    private Optional<Cell> cell() {
        return model.cells().stream()
                .filter(cell -> story.cell().equals(Optional.of(cell.id())))
                .findFirst();
    }

    /// The first target that does not have all.
    private Optional<SiteName> lacking() {
        boolean isWritten = SiteWords.isWritten(holdings());
        return cell().map(Cell::targets).orElse(List.of()).stream()
                .filter(
                        target -> {
                            Holding there = holdings().get(target);
                            return there == null
                                    || there.base() != Level.FULL
                                    || (isWritten && !there.write());
                        })
                .findFirst();
    }

    private String bring(SiteName target) {
        if (target(target).base() != Level.FULL) {
            return "Copy all to " + target + ", and verify the copy in full.";
        }
        List<SiteName> from =
                holdings().entrySet().stream()
                        .filter(entry -> entry.getValue().accepted())
                        .map(Map.Entry::getKey)
                        .toList();
        OptionalInt replicate =
                steps.find(
                        effect ->
                                effect instanceof Effect.Replicate it
                                        && it.at().equals(target)
                                        && from.contains(it.from()));
        return replicate.isPresent()
                ? "Let "
                        + steps.name(replicate.getAsInt())
                        + " go on from the moment of the copy, and end it only when the site that it comes from is closed to writes and drained."
                : "Replicate from "
                        + Sentences.and(from)
                        + " to "
                        + target
                        + ", too; or, if this plan brings only what was there at first, say \"moves: [baseline]\".";
    }

    private Holding target(SiteName site) {
        Holding there = holdings().get(site);
        return there == null
                ? new Holding(
                        Level.NONE,
                        false,
                        false,
                        Level.NONE,
                        Level.NONE,
                        Level.NONE,
                        Level.NONE,
                        Level.NONE,
                        false,
                        false)
                : there;
    }

    private Optional<String> giveUp() {
        OptionalInt delete = steps.find(Effect.Delete.class::isInstance);
        if (delete.isEmpty()) {
            return Optional.empty();
        }
        CellId id = story.cell().orElseThrow();
        SiteName at =
                model.steps().get(delete.getAsInt()).effects().stream()
                        .filter(steps::isHere)
                        .filter(Effect.Delete.class::isInstance)
                        .flatMap(effect -> effect.shows().stream())
                        .findFirst()
                        .orElseThrow();
        List<String> links =
                last().running().stream()
                        .filter(link -> link.cell().equals(id) && link.to().equals(at))
                        .map(link -> "from " + link.from() + " to " + link.to())
                        .sorted()
                        .toList();
        String name = steps.name(delete.getAsInt());
        return Optional.of(
                links.isEmpty()
                        ? "Close " + at + " to writes before " + name + "."
                        : "End the replication " + Sentences.and(links) + " before " + name + ".");
    }
}
