package gotthard.world;

import static gotthard.world.Layout.ABSENT;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Where the variables of one cell lie in a packed state: fields by number of site or replication.
final class CellVariables {
    final int[] base;
    final int[] write;
    final int[] accepted;
    final int[] open;
    final int[] routed;
    final int[] processing;
    final int[] deployed;
    final int[] staged;
    final int[] baseVerified;
    final int[] writeVerified;
    final int[] run;
    final int[] slot;
    final int[] stream;

    /// For each effect that is there several times how far each of them is.
    final Map<Effect, List<Integer>> shares = new HashMap<>();

    CellVariables(CellShape shape, Set<Variable> kept, Layout layout) {
        int sites = shape.sites().size();
        int edges = shape.edges().size();
        base = fields(kept.contains(Variable.BASE), sites, 2, layout);
        write = fields(kept.contains(Variable.WRITE), sites, 1, layout);
        accepted = fields(kept.contains(Variable.WRITE), sites, 1, layout);
        open = fields(kept.contains(Variable.OPEN), sites, 2, layout);
        routed = fields(kept.contains(Variable.ROUTED), sites, 2, layout);
        processing = fields(kept.contains(Variable.PROCESSING), sites, 2, layout);
        deployed = fields(kept.contains(Variable.DEPLOYED), sites, 2, layout);
        staged = staged(shape, kept, layout);
        boolean verified = kept.contains(Variable.VERIFIED);
        baseVerified = fields(verified, sites, 1, layout);
        writeVerified = fields(verified, sites, 1, layout);
        run = fields(kept.contains(Variable.RUN), edges, 1, layout);
        slot = fields(kept.contains(Variable.STREAM), edges, 1, layout);
        stream = fields(kept.contains(Variable.STREAM), edges, 1, layout);
        for (Effect effect : shape.effects()) {
            int count = Collections.frequency(shape.effects(), effect);
            Optional<Variable> level = level(effect);
            if (count > 1 && level.isPresent() && !shape.isAlreadySo(effect)) {
                boolean isKept = kept.contains(level.get());
                shares.computeIfAbsent(
                        effect,
                        _ -> Arrays.stream(fields(isKept, count, 2, layout)).boxed().toList());
            }
        }
    }

    /// The level that such effects set together where there are several.
    private static Optional<Variable> level(Effect effect) {
        return switch (effect) {
            case Effect.Deploy _ -> Optional.of(Variable.DEPLOYED);
            case Effect.Processing _, Effect.StopProcessing _ -> Optional.of(Variable.PROCESSING);
            case Effect.Stage _, Effect.Unstage _ -> Optional.of(Variable.STAGED);
            case Effect.Copy _,
                    Effect.Replicate _,
                    Effect.StopReplication _,
                    Effect.Fence _,
                    Effect.Drain _,
                    Effect.Verify _,
                    Effect.Switch _,
                    Effect.Delete _ ->
                    Optional.empty();
        };
    }

    private static int[] fields(boolean isKept, int count, int bits, Layout layout) {
        int[] fields = new int[count];
        for (int index = 0; index < count; index++) {
            fields[index] = isKept ? layout.field(bits) : ABSENT;
        }
        return fields;
    }

    /// Only where something is staged.
    private static int[] staged(CellShape shape, Set<Variable> kept, Layout layout) {
        int[] fields = new int[shape.sites().size()];
        if (!kept.contains(Variable.STAGED)) {
            return fields;
        }
        for (Effect effect : shape.effects()) {
            if (effect instanceof Effect.Stage(_, var at)) {
                stagedAt(shape.site(at), fields, layout);
            } else if (effect instanceof Effect.Unstage(_, var at)) {
                stagedAt(shape.site(at), fields, layout);
            }
        }
        return fields;
    }

    private static void stagedAt(int site, int[] fields, Layout layout) {
        if (fields[site] == ABSENT) {
            fields[site] = layout.field(2);
        }
    }
}
