package gotthard.preflight;

import gotthard.action.Scope;
import gotthard.files.ByMovers;
import gotthard.files.MoverOptions;
import gotthard.files.jobs.End;
import gotthard.files.jobs.Sounding;
import gotthard.inventory.CellPlace;
import gotthard.inventory.Endpoint;
import gotthard.inventory.EndpointName;
import gotthard.inventory.Inventory;
import gotthard.inventory.SiteName;
import gotthard.inventory.Store;
import gotthard.world.CellId;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a plan's group brings from host to host, from bucket to bucket and from volume to volume, as the inventory knows it. The clusters
/// of a sandbox run no movers, so that what is in volumes there is left out.
final class Cargoes {
    private final Inventory inventory;
    private final MoverOptions movers;
    private final Map<End, Spot.InVolume> volumes = new HashMap<>();

    /// @param movers as who they look at volumes
    Cargoes(Inventory inventory, MoverOptions movers) {
        this.inventory = inventory;
        this.movers = movers;
    }

    List<Cargo> of(Scope scope) {
        var cargoes = new ArrayList<Cargo>();
        scope.group()
                .ifPresent(
                        group -> {
                            for (CellId cell : group.cells()) {
                                for (SiteName to :
                                        group.targets().getOrDefault(cell.data(), List.of())) {
                                    cargo(cell, group.from(), to).ifPresent(cargoes::add);
                                }
                            }
                        });
        return cargoes;
    }

    private Optional<Cargo> cargo(CellId cell, SiteName from, SiteName to) {
        Optional<Ground> source = ground(cell, from, false);
        Optional<Ground> target = ground(cell, to, true);
        return source.flatMap(
                here ->
                        target.map(
                                there ->
                                        new Cargo(
                                                cell.toString(),
                                                here.folder(),
                                                there.folder(),
                                                there.store())));
    }

    /// The folder of a cell, and the store that it is in.
    private record Ground(Spot folder, Spot store) {}

    private Optional<Ground> ground(CellId cell, SiteName site, boolean receives) {
        return inventory
                .place(site, cell.region(), cell.data())
                .flatMap(place -> ground(cell, site, place, receives));
    }

    private Optional<Ground> ground(CellId cell, SiteName site, CellPlace place, boolean receives) {
        return switch (place.store()) {
            case Store.OnHost(_, EndpointName host, String path) ->
                    inventory
                            .endpoint(host)
                            .map(
                                    at ->
                                            new Ground(
                                                    new Spot.OnHost(at, below(path, place)),
                                                    new Spot.OnHost(at, path)));
            case Store.InBucket(_, EndpointName server, String bucket) ->
                    inventory
                            .endpoint(server)
                            .map(
                                    at ->
                                            new Ground(
                                                    new Spot.InBucket(at, below(bucket, place)),
                                                    new Spot.InBucket(at, bucket)));
            case Store.OnVolume(_, EndpointName cluster, _, _, _) ->
                    inventory
                            .endpoint(cluster)
                            .filter((Endpoint _) -> inventory.sandbox().isEmpty())
                            .map(_ -> volume(cell, ByMovers.end(inventory, site, place), receives))
                            .map(spot -> new Ground(spot, spot));
        };
    }

    private static String below(String store, CellPlace place) {
        return store + "/" + place.folder();
    }

    private Spot.InVolume volume(CellId cell, End end, boolean receives) {
        return volumes.computeIfAbsent(
                end,
                _ ->
                        new Spot.InVolume(
                                new Sounding(
                                        cell, volumes.size(), end, movers.owners(), movers.user()),
                                receives));
    }
}
