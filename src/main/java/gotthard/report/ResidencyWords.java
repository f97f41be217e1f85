package gotthard.report;

import gotthard.inventory.SiteName;
import gotthard.policy.Use;
import gotthard.proof.Happening;
import gotthard.proof.Model;
import gotthard.proof.Situation;
import gotthard.proof.Story;
import gotthard.world.Cell;
import gotthard.world.CellId;
import gotthard.world.Holding;
import gotthard.world.Level;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where a cell is at the end of a story and may not be.
record ResidencyWords(Model model, Story story) {
    private record Breach(SiteName site, Use use) {}

    List<String> sentences() {
        return breaches().stream()
                .map(
                        breach ->
                                "Data of "
                                        + cell()
                                        + " "
                                        + words(breach.use())
                                        + breach.site()
                                        + ", which the policy does not allow on "
                                        + today()
                                        + ".")
                .toList();
    }

    /// The first later day on which the policy allows all of it.
    Optional<LocalDate> allowedFrom() {
        return model.days().stream()
                .filter(day -> day.isAfter(today()))
                .filter(
                        day ->
                                breaches().stream()
                                        .allMatch(
                                                breach ->
                                                        model.allowance()
                                                                .allows(
                                                                        cell(),
                                                                        breach.site(),
                                                                        breach.use(),
                                                                        day)))
                .findFirst();
    }

    private static String words(Use use) {
        return switch (use) {
            case STORE -> "are stored at ";
            case WRITE -> "are written at ";
            case PROCESS -> "are processed at ";
            case STAGE -> "lie on their way at ";
        };
    }

    private CellId cell() {
        return story.cell().orElseThrow();
    }

    private LocalDate today() {
        LocalDate day = model.days().getFirst();
        for (Story.Turn turn : story.turns()) {
            if (turn.what() instanceof Happening.DayCame(var came)) {
                day = came;
            }
        }
        return day;
    }

    private List<Breach> breaches() {
        Situation last = story.turns().isEmpty() ? story.first() : story.turns().getLast().after();
        List<SiteName> first =
                model.cells().stream()
                        .filter(cell -> cell.id().equals(cell()))
                        .map(Cell::first)
                        .findFirst()
                        .orElse(List.of());
        var uses = new ArrayList<Breach>();
        last.cells()
                .getOrDefault(cell(), Map.of())
                .forEach(
                        (site, holding) ->
                                used(holding, first.contains(site))
                                        .forEach(use -> uses.add(new Breach(site, use))));
        LocalDate today = today();
        return uses.stream()
                .filter(
                        breach ->
                                !model.allowance()
                                        .allows(cell(), breach.site(), breach.use(), today))
                .toList();
    }

    private static List<Use> used(Holding holding, boolean isFirst) {
        var uses = new ArrayList<Use>();
        if (!isFirst && (holding.base() != Level.NONE || holding.write())) {
            uses.add(Use.STORE);
        }
        if (!isFirst && holding.open() != Level.NONE) {
            uses.add(Use.WRITE);
        }
        if (!isFirst && holding.processing() != Level.NONE) {
            uses.add(Use.PROCESS);
        }
        if (holding.staged() != Level.NONE) {
            uses.add(Use.STAGE);
        }
        return uses;
    }
}
