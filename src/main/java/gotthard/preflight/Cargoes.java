package gotthard.preflight;

import gotthard.action.Scope;
import gotthard.inventory.CellPlace;
import gotthard.inventory.Endpoint;
import gotthard.inventory.EndpointName;
import gotthard.inventory.Inventory;
import gotthard.inventory.SiteName;
import gotthard.inventory.Store;
import gotthard.world.CellId;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a plan's group brings from host to host and from bucket to bucket, as the inventory knows it.
record Cargoes(Inventory inventory) {
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
        Optional<CellPlace> source = inventory.place(from, cell.region(), cell.data());
        Optional<CellPlace> target = inventory.place(to, cell.region(), cell.data());
        return source.flatMap(this::folder)
                .flatMap(
                        here ->
                                target.flatMap(this::folder)
                                        .flatMap(
                                                there ->
                                                        target.flatMap(this::store)
                                                                .map(
                                                                        store ->
                                                                                new Cargo(
                                                                                        cell
                                                                                                .toString(),
                                                                                        here,
                                                                                        there,
                                                                                        store))));
    }

    private Optional<Spot> folder(CellPlace place) {
        return store(place)
                .map(store -> new Spot(store.endpoint(), store.path() + "/" + place.folder()));
    }

    private Optional<Spot> store(CellPlace place) {
        return switch (place.store()) {
            case Store.OnHost(_, EndpointName host, String path) -> spot(host, path);
            case Store.InBucket(_, EndpointName server, String bucket) -> spot(server, bucket);
            case Store.OnVolume _ -> Optional.empty();
        };
    }

    private Optional<Spot> spot(EndpointName name, String path) {
        Optional<Endpoint> endpoint = inventory.endpoint(name);
        return endpoint.map(at -> new Spot(at, path));
    }
}
