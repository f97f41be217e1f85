package gotthard.clearing;

import gotthard.files.jobs.Clearance.Claim;
import gotthard.files.jobs.End;
import gotthard.inventory.Selection;
import gotthard.inventory.Store;
import gotthard.problem.Problem;
import gotthard.problem.Problems;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.function.Function;

/// What of a cell's folder in a volume is the cell's, and what must stay since it may be others', as far as the inventory tells: what lists
/// name, movers read. Of two claims nobody here knows whether they are one disk.
record Neighbours(Clearing clearing, Function<String, Problem> refusing) {
    /// What may go.
    Claim claim(Problems problems) {
        var spared = new LinkedHashSet<String>();
        var stays = new LinkedHashSet<String>();
        var all = new ArrayList<>(clearing.others());
        all.add(clearing.at());
        for (Spot other : all) {
            if (other.place().store() instanceof Store.OnHost host) {
                checkHost(other, host, problems);
            } else if (isOnOneDisk(other)) {
                list(other).flatMap(this::below).ifPresent(stays::add);
                if (!clearing.together().contains(other.cell()) && isOverlapping(other)) {
                    keep(other, spared, stays, problems);
                }
            }
        }
        return new Claim(listOf(clearing.at()), new ArrayList<>(spared), new ArrayList<>(stays));
    }

    private void keep(
            Spot other, LinkedHashSet<String> spared, LinkedHashSet<String> stays, Problems all) {
        Optional<String> inside = below(folder(other));
        boolean isWhole = other.place().isWhole();
        if (isWhole && inside.isPresent()) {
            stays.add(inside.get());
        } else if (!isWhole && isInOneFolder(other)) {
            listOf(other).ifPresent(spared::add);
        } else {
            all.add(
                    refusing.apply(
                            isWhole
                                    ? "all of %s at %s is also %s's"
                                            .formatted(
                                                    clearing.cell(),
                                                    clearing.at().site(),
                                                    other.cell())
                                    : "%s and %s lie in folders of which one is in the other at %s, and only lists tell what is whose"
                                            .formatted(
                                                    clearing.cell(),
                                                    other.cell(),
                                                    clearing.at().site())));
        }
    }

    /// Whether the host is a node of that cluster nobody knows here.
    private void checkHost(Spot other, Store.OnHost host, Problems problems) {
        String theirs = host.path() + "/" + other.place().folder();
        if (clearing.at().onNode().filter(ours -> overlap(ours, theirs)).isPresent()) {
            problems.add(
                    refusing.apply(
                            "%s in %s of a node of %s may be %s's in %s of %s"
                                    .formatted(
                                            clearing.cell(),
                                            clearing.at().onNode().orElseThrow(),
                                            clearing.at().site(),
                                            other.cell(),
                                            theirs,
                                            host.endpoint())));
        }
    }

    private boolean isOnOneDisk(Spot other) {
        return other.place().store() instanceof Store.OnVolume theirs
                && clearing.at().place().store() instanceof Store.OnVolume ours
                && ours.endpoint().equals(theirs.endpoint())
                && (areOnNodes(ours, theirs) || areOneVolume(ours, theirs));
    }

    private static boolean areOneVolume(Store.OnVolume one, Store.OnVolume other) {
        return one.namespace().equals(other.namespace()) && one.volume().equals(other.volume());
    }

    private static boolean areOnNodes(Store.OnVolume one, Store.OnVolume other) {
        return one.volume() instanceof Store.Volume.HostFolder
                && other.volume() instanceof Store.Volume.HostFolder;
    }

    /// Of one volume, so that movers see the list.
    private boolean isInOneFolder(Spot other) {
        return folder(other).equals(folder(clearing.at()))
                && other.place().store() instanceof Store.OnVolume theirs
                && clearing.at().place().store() instanceof Store.OnVolume ours
                && areOneVolume(ours, theirs);
    }

    private boolean isOverlapping(Spot other) {
        return overlap(folder(clearing.at()), folder(other));
    }

    private static boolean overlap(String one, String other) {
        return (one + "/").startsWith(other + "/") || (other + "/").startsWith(one + "/");
    }

    /// What a path of the same disk is called in the folder of the cell.
    private Optional<String> below(String path) {
        String start = folder(clearing.at()) + "/";
        return path.startsWith(start)
                ? Optional.of(path.substring(start.length()))
                : Optional.empty();
    }

    /// On a node the whole path, in a claim that in the volume.
    private static String folder(Spot spot) {
        return spot.onNode().orElseGet(() -> inVolume(spot, spot.place().folder()));
    }

    /// Where its list lies, told as its folder is.
    private static Optional<String> list(Spot spot) {
        return listOf(spot)
                .map(
                        list ->
                                spot.place().store()
                                                        instanceof
                                                        Store.OnVolume(_, _, _, var volume, _)
                                                && volume
                                                        instanceof
                                                        Store.Volume.HostFolder(var outer)
                                        ? outer + "/" + list
                                        : list);
    }

    private static Optional<String> listOf(Spot spot) {
        return spot.place().selection() instanceof Selection.Listed(var path)
                ? Optional.of(inVolume(spot, path))
                : Optional.empty();
    }

    /// Where movers find a spot in a volume, by no image.
    static End end(Spot spot) {
        if (!(spot.place().store() instanceof Store.OnVolume volume)) {
            throw new IllegalStateException("not in a volume: " + spot);
        }
        return new End(
                volume.endpoint(),
                volume.namespace(),
                volume.volume(),
                inVolume(spot, spot.place().folder()),
                "");
    }

    private static String inVolume(Spot spot, String path) {
        return spot.place().store() instanceof Store.OnVolume volume && !volume.path().isEmpty()
                ? volume.path() + "/" + path
                : path;
    }
}
