package gotthard.proof;

import gotthard.world.CellWorld;
import gotthard.world.Layout;
import gotthard.world.Variable;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

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
        return cut(
                cells,
                scope,
                true,
                true,
                position -> scope.variables(parts.shape(cells.get(position))));
    }

    /// Some cells, with some of their variables.
    Slice of(List<Integer> cells, Scope scope) {
        boolean keepsDays = cells.stream().anyMatch(allowed::varies);
        return cut(
                cells,
                scope,
                false,
                keepsDays,
                position -> scope.variables(parts.shape(cells.get(position))));
    }

    /// The cells of a clause, with what it looks at and what the scope keeps beside.
    Slice of(int clause, Scope scope) {
        List<Integer> cells = parts.clause(clause);
        var looks = new Looks(parts.model().clauses().get(clause));
        boolean keepsDays =
                cells.stream().anyMatch(allowed::varies)
                        || ClauseWatch.varies(looks.clause(), parts.model().days());
        return watching(
                cut(
                        cells,
                        scope,
                        false,
                        keepsDays,
                        position -> {
                            var shape = parts.shape(cells.get(position));
                            var kept = EnumSet.noneOf(Variable.class);
                            kept.addAll(scope.variables(shape));
                            kept.addAll(looks.needs(position, shape));
                            return kept;
                        }),
                clause);
    }

    /// A slice that looks at a clause, too.
    Slice watching(Slice slice, int clause) {
        return slice.watching(parts.model().clauses().get(clause), parts.numberOfRule(clause));
    }

    private Slice cut(
            List<Integer> cells,
            Scope scope,
            boolean isWhole,
            boolean keepsDays,
            IntFunction<Set<Variable>> kept) {
        int days = parts.model().days().size();
        var layout = new Layout(0);
        int mode = layout.field(1);
        int day = keepsDays && days > 1 ? layout.field(bits(days)) : Layout.ABSENT;
        List<CellWorld> worlds = worlds(cells, kept, layout);
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

    private List<CellWorld> worlds(
            List<Integer> cells, IntFunction<Set<Variable>> kept, Layout layout) {
        List<CellWorld> worlds = new ArrayList<>();
        for (int position = 0; position < cells.size(); position++) {
            worlds.add(
                    new CellWorld(parts.shape(cells.get(position)), kept.apply(position), layout));
        }
        return worlds;
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
