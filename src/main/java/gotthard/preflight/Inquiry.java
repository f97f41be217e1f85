package gotthard.preflight;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What is looked at beside endpoints, as a plan says.
record Inquiry(PreflightKind.Parameters with, Limits limits, List<Cargo> cargoes) {
    /// In the order in which it is looked at.
    List<Further> further() {
        var further = new ArrayList<Further>();
        if (with.versions() == PreflightKind.Versions.ALL) {
            further.add(
                    new Histories(
                            cargoes.stream()
                                    .map(Cargo::store)
                                    .filter(Spot.InBucket.class::isInstance)
                                    .distinct()
                                    .toList()));
        }
        List<Spot.InVolume> volumes = receiving();
        if (!volumes.isEmpty() && needsMovers()) {
            further.add(new Space(volumes, limits));
        }
        with.terms().ifPresent(terms -> further.add(new Capacity(cargoes, terms)));
        with.probe()
                .ifPresent(
                        within ->
                                further.add(
                                        new Probing(
                                                cargoes.stream()
                                                        .map(Cargo::probed)
                                                        .distinct()
                                                        .toList(),
                                                within)));
        return further;
    }

    /// What movers look at for it.
    Volumes volumes() {
        if (!needsMovers()) {
            return new Volumes(List.of(), Optional.empty(), Optional.empty());
        }
        Optional<Duration> young = with.terms().map(Terms::growthOver);
        Stream<Spot> spots =
                cargoes.stream()
                        .flatMap(
                                cargo ->
                                        young.isPresent()
                                                ? Stream.of(cargo.from(), cargo.to())
                                                : Stream.of(cargo.to()));
        return new Volumes(inVolumes(spots), young, with.probe());
    }

    private boolean needsMovers() {
        return with.terms().isPresent()
                || with.probe().isPresent()
                || with.space().compareTo(Limits.USUAL.space()) > 0;
    }

    /// One folder of each volume in which files are to arrive.
    private List<Spot.InVolume> receiving() {
        var seen = new HashSet<String>();
        return inVolumes(cargoes.stream().map(Cargo::to)).stream()
                .filter(spot -> seen.add(spot.room()))
                .toList();
    }

    private static List<Spot.InVolume> inVolumes(Stream<Spot> spots) {
        return spots.filter(Spot.InVolume.class::isInstance)
                .map(Spot.InVolume.class::cast)
                .distinct()
                .toList();
    }
}
