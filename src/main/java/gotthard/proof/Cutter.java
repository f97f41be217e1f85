package gotthard.proof;

import gotthard.world.CellWorld;
import gotthard.world.Layout;

import java.util.ArrayList;
import java.util.List;

/// Cuts slices out of a model: cells, variables, and of the steps what acts on them, in the order that the whole imposes.
final class Cutter {
    private final Parts parts;
    private final Allowed allowed;

    Cutter(Parts parts) {
        this.parts = parts;
        allowed = Allowed.of(parts);
    }

    /// All of the model.
    Slice whole() {
        return whole(Scope.ALL);
    }

    /// All of the model, to tell stories: it moves as the whole does, and keeps what nobody judges, too.
    Slice told() {
        return whole(Scope.TOLD);
    }

    private Slice whole(Scope scope) {
        List<Integer> cells = new ArrayList<>();
        for (int cell = 0; cell < parts.model().cells().size(); cell++) {
            cells.add(cell);
        }
        return cut(cells, scope, true);
    }

    /// Some cells, with some of their variables.
    Slice of(List<Integer> cells, Scope scope) {
        return cut(cells, scope, false);
    }

    private Slice cut(List<Integer> cells, Scope scope, boolean isWhole) {
        int days = parts.model().days().size();
        boolean keepsDays = days > 1 && (isWhole || cells.stream().anyMatch(allowed::varies));
        var layout = new Layout(0);
        int mode = layout.field(1);
        int day = keepsDays ? layout.field(bits(days)) : Layout.ABSENT;
        List<CellWorld> worlds = worlds(cells, scope, layout);
        var membership = new Membership(parts, cells, scope, worlds);
        List<Member> members = isWhole ? membership.whole() : membership.some();
        var control = new Control(members.size(), layout.words());
        var lookout = new Lookout(parts, members);
        return new Slice(
                parts,
                isWhole,
                scope,
                cells,
                worlds,
                members,
                control,
                PartSet.all(members.size()),
                mode,
                day,
                days - 1,
                sites(worlds),
                replications(worlds),
                lookout.watch(cells, scope.seesGaps(), membership.relevant(), allowed),
                layout.words() + control.words());
    }

    private static int bits(int days) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(days - 1);
    }

    private List<CellWorld> worlds(List<Integer> cells, Scope scope, Layout layout) {
        return cells.stream()
                .map(parts::shape)
                .map(shape -> new CellWorld(shape, scope.variables(shape), layout))
                .toList();
    }

    private static List<Slice.Site> sites(List<CellWorld> worlds) {
        List<Slice.Site> sites = new ArrayList<>();
        for (int cell = 0; cell < worlds.size(); cell++) {
            for (int site = 0; site < worlds.get(cell).shape().sites().size(); site++) {
                if (worlds.get(cell).hasWrites()) {
                    sites.add(new Slice.Site(cell, site));
                }
            }
        }
        return sites;
    }

    private static List<Slice.Site> replications(List<CellWorld> worlds) {
        List<Slice.Site> replications = new ArrayList<>();
        for (int cell = 0; cell < worlds.size(); cell++) {
            for (int edge = 0; edge < worlds.get(cell).shape().edges().size(); edge++) {
                if (worlds.get(cell).hasWrites()) {
                    replications.add(new Slice.Site(cell, edge));
                }
            }
        }
        return replications;
    }
}
