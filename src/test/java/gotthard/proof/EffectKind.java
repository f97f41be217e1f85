package gotthard.proof;

import gotthard.action.Declaration;
import gotthard.action.Declaring;
import gotthard.action.Kind;
import gotthard.action.Scope;
import gotthard.action.Work;
import gotthard.inventory.DataTypeName;
import gotthard.inventory.RegionName;
import gotthard.inventory.SiteName;
import gotthard.problem.Checked;
import gotthard.shape.Shape;
import gotthard.world.CellId;
import gotthard.world.Effect;

import java.util.List;
import java.util.Optional;

/// The step `effect` of tests: declares effects of any kind, and does nothing. `with: {do: copy, at: zurich-1, slot: true}`, or several
/// after each other: `with: {all: [{do: fence}, {do: drain, at: zurich-1}]}`. What is left out is the group's.
public final class EffectKind implements Kind<EffectKind.With> {
    /// What stands under `with`.
    record With(List<Part> all, boolean irreversible) {}

    /// What is done.
    enum Doing {
        NOTHING,
        DEPLOY,
        COPY,
        REPLICATE,
        STOP,
        FENCE,
        DRAIN,
        VERIFY,
        SWITCH,
        PROCESS,
        STOP_PROCESSING,
        STAGE,
        UNSTAGE,
        DELETE
    }

    /// One kind of effect, on some cells.
    record Part(
            Doing what,
            List<DataTypeName> data,
            List<RegionName> regions,
            Optional<SiteName> from,
            Optional<SiteName> at,
            List<SiteName> to,
            Manner manner) {}

    /// How it is done.
    record Manner(
            boolean full,
            boolean slot,
            Effect.Flow flow,
            boolean relays,
            boolean fromSlot,
            boolean resyncs,
            Effect.Pace pace,
            Effect.Return back) {}

    @Override
    public String name() {
        return "effect";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String summary() {
        return "Declares effects, and does nothing.";
    }

    @Override
    public Shape<With> parameters() {
        return Shape.object(
                fields -> {
                    var all = fields.optional("all", PART.list(), List.of(), "several");
                    var irreversible =
                            fields.optional("irreversible", Shape.bool(), false, "for good");
                    var own = new PartFields(fields, false);
                    return values -> {
                        List<Part> several = values.of(all);
                        return new With(
                                several.isEmpty() ? List.of(own.part(values)) : several,
                                values.of(irreversible));
                    };
                });
    }

    private static final Shape<Part> PART =
            Shape.object(
                    fields -> {
                        var part = new PartFields(fields, true);
                        return part::part;
                    });

    @Override
    public Checked<Work> bind(With with, Scope scope) {
        List<Effect> effects =
                with.all().stream()
                        .flatMap(
                                part ->
                                        cells(part, scope).stream()
                                                .flatMap(
                                                        cell -> effect(part, cell, scope).stream()))
                        .toList();
        boolean deletes = effects.stream().anyMatch(Effect.Delete.class::isInstance);
        var reversal =
                with.irreversible() || deletes
                        ? Declaration.Reversal.IRREVERSIBLE
                        : Declaration.Reversal.RESTORES;
        return Checked.valid(new Work.Change(Declaring.of(effects, reversal)));
    }

    private static List<CellId> cells(Part part, Scope scope) {
        List<RegionName> regions =
                part.regions().isEmpty()
                        ? scope.group().orElseThrow().regions().stream().sorted().toList()
                        : part.regions();
        List<DataTypeName> data =
                part.data().isEmpty()
                        ? scope.group().orElseThrow().targets().keySet().stream().sorted().toList()
                        : part.data();
        return regions.stream()
                .flatMap(region -> data.stream().map(type -> new CellId(region, type)))
                .toList();
    }

    private static Optional<Effect> effect(Part part, CellId cell, Scope scope) {
        SiteName from = part.from().orElseGet(() -> scope.group().orElseThrow().from());
        SiteName at = part.at().orElse(from);
        Manner how = part.manner();
        return switch (part.what()) {
            case NOTHING -> Optional.empty();
            case DEPLOY -> Optional.of(new Effect.Deploy(cell, at));
            case COPY -> Optional.of(new Effect.Copy(cell, from, at, how.full(), how.slot()));
            case REPLICATE ->
                    Optional.of(
                            new Effect.Replicate(
                                    cell, from, at, how.flow(), how.relays(), how.fromSlot()));
            case STOP -> Optional.of(new Effect.StopReplication(cell, from, at, how.resyncs()));
            case FENCE -> Optional.of(new Effect.Fence(cell, at));
            case DRAIN -> Optional.of(new Effect.Drain(cell, from, at));
            case VERIFY -> Optional.of(new Effect.Verify(cell, from, at));
            case SWITCH ->
                    Optional.of(
                            new Effect.Switch(
                                    cell,
                                    from,
                                    part.to().isEmpty() ? List.of(at) : part.to(),
                                    how.pace(),
                                    how.back()));
            case PROCESS -> Optional.of(new Effect.Processing(cell, at));
            case STOP_PROCESSING -> Optional.of(new Effect.StopProcessing(cell, at));
            case STAGE -> Optional.of(new Effect.Stage(cell, at));
            case UNSTAGE -> Optional.of(new Effect.Unstage(cell, at));
            case DELETE -> Optional.of(new Effect.Delete(cell, at));
        };
    }
}
