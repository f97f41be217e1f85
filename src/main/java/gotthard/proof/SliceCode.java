package gotthard.proof;

import gotthard.world.EffectCode;
import gotthard.world.Layout;

import java.util.ArrayList;
import java.util.List;

/// A slice in numbers, without names: slices with the same numbers have the same states and break the same invariants.
final class SliceCode {
    private final List<Integer> code = new ArrayList<>();

    private SliceCode() {}

    static List<Integer> of(Slice slice) {
        var made = new SliceCode();
        made.add(slice);
        return List.copyOf(made.code);
    }

    private void add(Slice slice) {
        boolean hasDays = slice.day() != Layout.ABSENT;
        code.add(List.of(Scope.values()).indexOf(slice.scope()));
        code.add(slice.isWhole() ? 1 : 0);
        code.add(hasDays ? slice.lastDay() : -1);
        for (var world : slice.worlds()) {
            code.addAll(EffectCode.of(world.shape()));
        }
        for (int index = 0; index < slice.members().size(); index++) {
            Member member = slice.members().get(index);
            code.add(member.cell());
            slice.effect(index)
                    .ifPresent(
                            effect ->
                                    code.addAll(
                                            EffectCode.of(
                                                    slice.worlds().get(member.cell()).shape(),
                                                    effect)));
            code.add(flags(member));
            code.add(hasDays ? member.day() : 0);
            add(member.needs());
        }
        add(slice.watch(), hasDays);
    }

    private void add(PartSet set) {
        for (int plane = 0; plane < set.planes(); plane++) {
            code.add((int) set.plane(plane));
            code.add((int) (set.plane(plane) >>> Integer.SIZE));
        }
    }

    private void add(Watch watch, boolean hasDays) {
        for (var pause : watch.pauses()) {
            add(pause.from());
            add(pause.until());
            addAll(pause.waits());
        }
        code.add(-1);
        for (var pause : watch.possible()) {
            addAll(List.of(pause.open()));
            addAll(pause.waits());
        }
        code.add(-1);
        add(watch.freezes());
        for (boolean[][][] cell : watch.forbidden()) {
            add(hasDays ? cell : new boolean[][][] {cell[0]});
        }
        watch.clause().ifPresent(clause -> code.addAll(clause.code(hasDays)));
        code.add(-1);
        for (int[] order : watch.orders()) {
            code.add(order[0]);
            code.add(order[1]);
        }
    }

    /// Which uses of which sites are forbidden on which days.
    private void add(boolean[][][] days) {
        for (boolean[][] sites : days) {
            for (boolean[] uses : sites) {
                int bits = 1;
                for (boolean use : uses) {
                    bits = 2 * bits + (use ? 1 : 0);
                }
                code.add(bits);
            }
            code.add(-1);
        }
    }

    private static int flags(Member member) {
        return (member.irreversible() ? 1 : 0)
                + (member.keepsHalf() ? 2 : 0)
                + (member.isNever() ? 4 : 0)
                + (member.waitsForever() ? 8 : 0)
                + (member.stands() == Member.Stands.PART ? 0 : 16)
                + (member.cell() < 0 && member.act().halves() > 0 ? 32 : 0);
    }

    private void addAll(List<Watch.When> all) {
        for (var when : all) {
            add(when.done());
            add(when.pending());
        }
        code.add(-1);
    }
}
