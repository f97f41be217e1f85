package gotthard.world;

import gotthard.inventory.SiteName;

/// What a step does to a cell, in the words of the model. An action declares its effects; policy and reports read them.
public sealed interface Effect {
    CellId cell();

    /// The site where the effect shows.
    SiteName at();

    /// Workloads that can process the cell stand ready at a site.
    record Deploy(CellId cell, SiteName at) implements Effect {}

    /// The cell's data are copied to a site.
    ///
    /// @param from the site that has them
    /// @param full whether the copy is verified in full, by content
    record Copy(CellId cell, SiteName from, SiteName at, boolean full) implements Effect {}

    /// The cell is processed at a site.
    record Processing(CellId cell, SiteName at) implements Effect {}

    /// Data of the cell lie at a site on their way to another.
    record Stage(CellId cell, SiteName at) implements Effect {}
}
