package gotthard.preflight;

import gotthard.action.Scope;
import gotthard.inventory.Endpoint;
import gotthard.inventory.EndpointName;
import gotthard.inventory.Inventory;
import gotthard.inventory.Inventory.CellFolder;
import gotthard.inventory.SiteName;
import gotthard.inventory.Store;
import gotthard.world.CellId;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a plan's group brings from host to host, as the inventory knows it.
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
        return folder(cell, from)
                .flatMap(
                        source ->
                                folder(cell, to)
                                        .flatMap(
                                                target ->
                                                        store(cell, to)
                                                                .map(
                                                                        store ->
                                                                                new Cargo(
                                                                                        cell
                                                                                                .toString(),
                                                                                        source,
                                                                                        target,
                                                                                        store))));
    }

    private Optional<Spot> folder(CellId cell, SiteName site) {
        Optional<CellFolder> folder = inventory.folder(site, cell.region(), cell.data());
        return folder.flatMap(at -> spot(at.host(), at.path()));
    }

    private Optional<Spot> store(CellId cell, SiteName site) {
        return inventory
                .place(site, cell.region(), cell.data())
                .flatMap(
                        place ->
                                place.store()
                                                instanceof
                                                Store.OnHost(_, EndpointName host, String path)
                                        ? spot(host, path)
                                        : Optional.empty());
    }

    private Optional<Spot> spot(EndpointName host, String path) {
        Optional<Endpoint> endpoint = inventory.endpoint(host);
        return endpoint.map(at -> new Spot(at, path));
    }
}
