package gotthard.files.jobs;

import gotthard.inventory.EndpointName;
import gotthard.inventory.Store.Volume;

/// Where the files of a cell are at one site: a folder on a volume that pods of its cluster can mount.
///
/// @param folder below the volume's outermost folder, without slashes at its ends
/// @param image of the mover there
public record End(
        EndpointName cluster, String namespace, Volume volume, String folder, String image) {
    /// As people are told: `zurich-1/cluster volume intake/uploads:files/europe`.
    @Override
    public String toString() {
        return cluster + " " + place();
    }

    /// As people are told who know the cluster: `volume intake/uploads:files/europe`.
    public String place() {
        return "volume %s:%s".formatted(shownVolume(), folder);
    }

    /// As people are told: `intake/uploads`.
    public String shownVolume() {
        return switch (volume) {
            case Volume.Claim(var name) -> namespace + "/" + name;
            case Volume.HostFolder(var path) -> path;
        };
    }
}
