package gotthard.clearing;

import gotthard.action.Kind;
import gotthard.action.Scope;
import gotthard.action.Work;
import gotthard.files.MoverOptions;
import gotthard.inventory.DataTypeName;
import gotthard.inventory.Inventory;
import gotthard.inventory.RegionName;
import gotthard.inventory.SiteName;
import gotthard.problem.Checked;
import gotthard.shape.Shape;

import java.util.List;

/// `dataset.delete`: the data of cells at one site, after all of it was found at others.
public final class DeleteKind implements Kind<DeleteKind.With> {
    /// The parameters.
    ///
    /// @param regions the group's when empty
    /// @param covered the group's targets when empty
    /// @param movers which delete in volumes
    public record With(
            DataTypeName data,
            SiteName at,
            List<RegionName> regions,
            List<SiteName> covered,
            Versions versions,
            boolean mayBeEmpty,
            MoverOptions movers) {
        public With {
            regions = List.copyOf(regions);
            covered = List.copyOf(covered);
        }
    }

    /// What of a bucket that keeps versions is deleted.
    public enum Versions {
        /// What is current, which then becomes older versions.
        CURRENT,
        /// All versions, and what says that an object is deleted.
        ALL
    }

    /// Needs nothing; found by `ServiceLoader`.
    public DeleteKind() {}

    @Override
    public String name() {
        return "dataset.delete";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String summary() {
        return "Deletes the data of cells at one site, after each file was read there and at other sites and found equal; nothing brings it back";
    }

    @Override
    public Shape<With> parameters() {
        return Shape.object(
                fields -> {
                    var data =
                            fields.required(
                                    "data",
                                    Shape.reference(Inventory.DATA, DataTypeName::new),
                                    "the kind of data to delete");
                    var at =
                            fields.required(
                                    "at",
                                    Shape.reference(Inventory.SITE, SiteName::new),
                                    "the site where it is deleted");
                    var regions =
                            fields.optional(
                                    "regions",
                                    Shape.reference(Inventory.REGION, RegionName::new).list(),
                                    List.of(),
                                    "the regions to delete; the group's without it");
                    var covered =
                            fields.optional(
                                    "covered",
                                    Shape.reference(Inventory.SITE, SiteName::new).list(),
                                    List.of(),
                                    "the sites where each file must lie, too, with the same content; the group's targets without it");
                    var versions =
                            fields.optional(
                                    "versions",
                                    Shape.enumeration(Versions.class),
                                    Versions.CURRENT,
                                    "what is deleted in a bucket that keeps versions");
                    var mayBeEmpty =
                            fields.optional(
                                    "mayBeEmpty",
                                    Shape.bool(),
                                    false,
                                    "whether it is as well that no site has any of it");
                    var movers = MoverOptions.withoutLines(fields);
                    return values ->
                            new With(
                                    values.of(data),
                                    values.of(at),
                                    values.of(regions),
                                    values.of(covered),
                                    values.of(versions),
                                    values.of(mayBeEmpty),
                                    movers.apply(values));
                });
    }

    @Override
    public Checked<Work> bind(With with, Scope scope) {
        return new Binding(with, scope).work();
    }
}
