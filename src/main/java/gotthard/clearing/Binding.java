package gotthard.clearing;

import gotthard.action.Scope;
import gotthard.action.Work;
import gotthard.inventory.CellPlace;
import gotthard.inventory.DataTypeName;
import gotthard.inventory.Inventory;
import gotthard.inventory.RegionName;
import gotthard.inventory.SiteName;
import gotthard.inventory.Store;
import gotthard.problem.Checked;
import gotthard.problem.Code;
import gotthard.problem.Problem;
import gotthard.problem.Problems;
import gotthard.world.CellId;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Finds what a step deletes, where it must lie, too, and who else may need it.
record Binding(DeleteKind.With with, Scope scope) {
    private static final Code INCOMPLETE = new Code("delete-incomplete");
    private static final Code NOT_COVERED = new Code("delete-not-covered");
    private static final Code NO_PLACE = new Code("delete-no-place");
    private static final Code NOT_REACHED = new Code("delete-not-reached");
    private static final Code NO_VERSIONS = new Code("delete-no-versions");

    Checked<Work> work() {
        var problems = new Problems();
        List<RegionName> regions = scope.regions(with.regions());
        if (regions.isEmpty()) {
            add(
                    problems,
                    INCOMPLETE,
                    "dataset.delete does not know which regions",
                    "name them under \"with\", or give the plan a group");
        }
        Set<SiteName> covered = covered();
        if (covered.isEmpty()) {
            add(
                    problems,
                    NOT_COVERED,
                    "dataset.delete does not know where else each file must lie",
                    "name these sites under \"covered\", or give the plan a group with targets");
        }
        if (covered.contains(with.at())) {
            add(
                    problems,
                    NOT_COVERED,
                    with.at() + " can't be covered by itself",
                    "name other sites under \"covered\"");
        }
        var clearings = new ArrayList<Clearing>();
        for (RegionName region : new TreeSet<>(regions)) {
            clearing(new CellId(region, with.data()), covered, problems).ifPresent(clearings::add);
        }
        boolean isInVolumes = clearings.stream().anyMatch(Clearing::isInVolume);
        return isInVolumes && !problems.hasErrors()
                ? new VolumeBinding(with, scope, clearings).work()
                : problems.checked(clearings).map(this::change);
    }

    private Work change(List<Clearing> all) {
        return new Work.Change(
                new DeleteAction(
                        with.at(),
                        all,
                        new DeleteAction.Manner(
                                with.versions() == DeleteKind.Versions.ALL, with.mayBeEmpty())));
    }

    private Set<SiteName> covered() {
        if (!with.covered().isEmpty()) {
            return new LinkedHashSet<>(with.covered());
        }
        var targets =
                new LinkedHashSet<SiteName>(
                        scope.group()
                                .map(group -> group.targets().getOrDefault(with.data(), List.of()))
                                .orElse(List.of()));
        targets.remove(with.at());
        return targets;
    }

    private Optional<Clearing> clearing(CellId cell, Set<SiteName> covered, Problems problems) {
        Optional<Spot> at = spot(cell, with.at(), problems);
        List<Spot> spots = new ArrayList<>();
        for (SiteName site : covered) {
            spot(cell, site, problems).ifPresent(spots::add);
        }
        if (at.isPresent()
                && with.versions() == DeleteKind.Versions.ALL
                && !(at.get().place().store() instanceof Store.InBucket)) {
            add(
                    problems,
                    NO_VERSIONS,
                    "%s keeps %s %s, which has no versions"
                            .formatted(
                                    with.at(),
                                    cell,
                                    at.get().isInVolume() ? "in a volume" : "on a host"),
                    "leave \"versions\" out");
        }
        at.ifPresent(here -> checkWay(here, spots, problems));
        Set<CellId> together =
                scope.regions(with.regions()).stream()
                        .map(region -> new CellId(region, cell.data()))
                        .collect(Collectors.toSet());
        return at.map(spot -> new Clearing(spot, spots, others(cell), together));
    }

    /// What is in volumes is compared by movers, which see nothing else.
    private void checkWay(Spot at, List<Spot> covered, Problems problems) {
        for (Spot spot : covered) {
            if (spot.isInVolume() != at.isInVolume()) {
                add(
                        problems,
                        NOT_REACHED,
                        "dataset.delete does not compare what is in a volume with what is not, and %s is in one only at %s"
                                .formatted(at.cell(), at.isInVolume() ? at.site() : spot.site()),
                        "cover it by sites that keep it in volumes as %s does, or keep it in none"
                                .formatted(at.site()));
            }
        }
    }

    private Optional<Spot> spot(CellId cell, SiteName site, Problems problems) {
        Optional<CellPlace> place = scope.inventory().place(site, cell.region(), cell.data());
        if (place.isEmpty()) {
            add(
                    problems,
                    NO_PLACE,
                    "the inventory does not say where %s keeps %s".formatted(site, cell.data()),
                    "add %s to \"where\" of %s".formatted(site, cell.data()));
            return Optional.empty();
        }
        var spot = new Spot(cell, site, place.get());
        if (spot.isReached()) {
            return Optional.of(spot);
        }
        add(
                problems,
                NOT_REACHED,
                "%s keeps %s in no folder of its store".formatted(site, cell),
                "give it a folder in the inventory");
        return Optional.empty();
    }

    /// All other cells of the site, whether the plan speaks of them or not.
    private List<Spot> others(CellId cell) {
        Inventory inventory = scope.inventory();
        var others = new ArrayList<Spot>();
        for (DataTypeName data : new TreeSet<>(inventory.data().keySet())) {
            for (RegionName region : new TreeSet<>(inventory.regions().keySet())) {
                var other = new CellId(region, data);
                if (!other.equals(cell)) {
                    inventory
                            .place(with.at(), region, data)
                            .ifPresent(place -> others.add(new Spot(other, with.at(), place)));
                }
            }
        }
        return others;
    }

    private void add(Problems problems, Code code, String what, String advice) {
        problems.add(Problem.error(code, scope.place(), what).withAdvice(advice));
    }
}
