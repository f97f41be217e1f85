package gotthard.world;

import java.util.ArrayList;
import java.util.List;

/// A cell and its effects in numbers, without names: what has the same numbers behaves alike.
public final class EffectCode {
    private EffectCode() {}

    public static List<Integer> of(CellShape shape) {
        List<Integer> code = new ArrayList<>();
        Cell cell = shape.cell();
        code.add(cell.isMutable() ? 1 : 0);
        code.add(shape.sites().size());
        code.add(shape.deletes() ? 1 : 0);
        cell.first().forEach(site -> code.add(shape.site(site)));
        code.add(-1);
        cell.to().forEach(site -> code.add(shape.site(site)));
        code.add(-1);
        cell.standby().forEach(site -> code.add(shape.site(site)));
        code.add(-1);
        for (Aspect aspect : Aspect.values()) {
            code.add(bit(cell.moves().contains(aspect)));
        }
        for (CellShape.Edge edge : shape.edges()) {
            code.add(edge.from());
            code.add(edge.to());
            code.add((edge.streams() ? 2 : 0) + (edge.relays() ? 1 : 0));
        }
        return code;
    }

    public static List<Integer> of(CellShape shape, Effect effect) {
        List<Integer> code = new ArrayList<>();
        code.add(shape.isAlreadySo(effect) ? -1 : -2);
        switch (effect) {
            case Effect.Deploy _ -> code.add(0);
            case Effect.Copy(_, var from, _, var full, var slot) ->
                    addAll(code, 1, shape.site(from), bit(full), bit(slot));
            case Effect.Replicate(_, var from, _, _, _, var fromSlot) ->
                    addAll(code, 2, shape.site(from), bit(fromSlot));
            case Effect.StopReplication(_, var from, _, var resyncs) ->
                    addAll(code, 3, shape.site(from), bit(resyncs));
            case Effect.Fence _ -> code.add(4);
            case Effect.Drain(_, var from, _) -> addAll(code, 5, shape.site(from));
            case Effect.Verify(_, var from, _) -> addAll(code, 6, shape.site(from));
            case Effect.Switch(_, var from, _, var pace, var back) ->
                    addAll(
                            code,
                            7,
                            shape.site(from),
                            bit(pace == Effect.Pace.GRADUALLY),
                            bit(back == Effect.Return.DRAINS));
            case Effect.Processing _ -> code.add(8);
            case Effect.StopProcessing _ -> code.add(9);
            case Effect.Stage _ -> code.add(10);
            case Effect.Unstage _ -> code.add(11);
            case Effect.Delete _ -> code.add(12);
        }
        effect.shows().forEach(site -> code.add(shape.site(site)));
        return code;
    }

    private static void addAll(List<Integer> code, int... numbers) {
        for (int number : numbers) {
            code.add(number);
        }
    }

    private static int bit(boolean value) {
        return value ? 1 : 0;
    }
}
