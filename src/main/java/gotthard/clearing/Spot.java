package gotthard.clearing;

import gotthard.action.Access;
import gotthard.action.Context;
import gotthard.action.Unreachable;
import gotthard.files.HostFiles;
import gotthard.inventory.CellPlace;
import gotthard.inventory.Selection;
import gotthard.inventory.SiteName;
import gotthard.inventory.Store;
import gotthard.objects.BucketObjects;
import gotthard.world.CellId;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where the inventory has one cell at one site.
record Spot(CellId cell, SiteName site, CellPlace place) {
    /// Whether there is a folder to read and to delete in.
    boolean isReached() {
        return switch (place.store()) {
            case Store.OnHost _, Store.OnVolume _ -> !place.folder().isEmpty();
            case Store.InBucket _ -> true;
        };
    }

    /// Whether only movers reach it.
    boolean isInVolume() {
        return place.store() instanceof Store.OnVolume;
    }

    Ground open(Context context) throws Unreachable, InterruptedException {
        return switch (place.store()) {
            case Store.OnHost host -> HostGround.of(context, cell, host, place);
            case Store.InBucket bucket -> BucketGround.of(context, cell, bucket, place);
            case Store.OnVolume volume -> throw new IllegalStateException("in a volume: " + volume);
        };
    }

    /// Whether something of one could lie in the other.
    boolean mayShare(Spot other) {
        Store ours = place.store();
        return ours.endpoint().equals(other.place.store().endpoint())
                && switch (other.place.store()) {
                    case Store.OnHost _ -> ours instanceof Store.OnHost;
                    case Store.InBucket bucket ->
                            ours instanceof Store.InBucket own
                                    && own.bucket().equals(bucket.bucket());
                    case Store.OnVolume _ -> false;
                };
    }

    /// The folder of a node that it is, if it lies in one; absolute.
    Optional<String> onNode() {
        return place.store() instanceof Store.OnVolume(_, _, _, var volume, var path)
                        && volume instanceof Store.Volume.HostFolder(var outer)
                ? Optional.of(
                        Stream.of(outer, path, place.folder())
                                .filter(part -> !part.isEmpty())
                                .collect(Collectors.joining("/")))
                : Optional.empty();
    }

    /// Whether both would be one place if their stores were one.
    boolean isCalledAs(Spot other) {
        if (place.store() instanceof Store.OnHost) {
            return name(place.folder()).equals(name(other.place.folder()));
        }
        return place.folder().equals(other.place.folder());
    }

    private static String name(String folder) {
        return folder.substring(folder.lastIndexOf('/') + 1);
    }

    Set<Access> reading() {
        return switch (place.store()) {
            case Store.OnHost host -> HostFiles.reading(HostGround.folder(host, place));
            case Store.InBucket bucket ->
                    BucketObjects.reading(bucket.endpoint(), bucket.bucket(), place.folder());
            case Store.OnVolume _ -> Set.of();
        };
    }

    Set<Access> clearing(boolean versions) {
        return switch (place.store()) {
            case Store.OnHost host -> HostFiles.clearing(HostGround.folder(host, place));
            case Store.InBucket bucket ->
                    BucketObjects.clearing(
                            bucket.endpoint(), bucket.bucket(), place.folder(), versions);
            case Store.OnVolume _ -> Set.of();
        };
    }

    /// What reading its list needs, if it has one.
    Set<Access> listing() {
        if (!(place.selection() instanceof Selection.Listed(var list))) {
            return Set.of();
        }
        var access = new HashSet<Access>();
        switch (place.store()) {
            case Store.OnHost host -> {
                String path = host.path() + "/" + list;
                access.add(
                        new Access.Folder(
                                host.endpoint(),
                                path.substring(0, path.lastIndexOf('/')),
                                false,
                                Access.Phase.ALL));
            }
            case Store.InBucket bucket ->
                    access.add(
                            new Access.Objects(
                                    bucket.endpoint(),
                                    "s3:GetObject",
                                    bucket.bucket() + "/" + list,
                                    Access.Phase.ALL));
            case Store.OnVolume _ -> {}
        }
        return access;
    }
}
