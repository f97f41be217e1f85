package gotthard.proof;

import gotthard.inventory.DataTypeName;
import gotthard.inventory.Inventory;
import gotthard.inventory.RegionName;
import gotthard.inventory.SiteName;
import gotthard.shape.Field;
import gotthard.shape.Fields;
import gotthard.shape.Shape;
import gotthard.shape.Values;
import gotthard.world.Effect;

import java.util.List;
import java.util.Optional;

/// The keys of one kind of effect.
final class PartFields {
    private static final Shape<SiteName> SITE = Shape.reference(Inventory.SITE, SiteName::new);

    private final Field<EffectKind.Doing> what;
    private final Field<List<DataTypeName>> data;
    private final Field<List<RegionName>> regions;
    private final Field<Optional<SiteName>> from;
    private final Field<Optional<SiteName>> at;
    private final Field<List<SiteName>> to;
    private final Field<Boolean> full;
    private final Field<Boolean> slot;
    private final Field<Effect.Flow> flow;
    private final Field<Boolean> relays;
    private final Field<Boolean> fromSlot;
    private final Field<Boolean> resyncs;
    private final Field<Effect.Pace> pace;
    private final Field<Effect.Return> back;

    PartFields(Fields fields, boolean isRequired) {
        Shape<EffectKind.Doing> doing = Shape.enumeration(EffectKind.Doing.class);
        what =
                isRequired
                        ? fields.required("do", doing, "what")
                        : fields.optional("do", doing, EffectKind.Doing.NOTHING, "what");
        data =
                fields.optional(
                        "data",
                        Shape.reference(Inventory.DATA, DataTypeName::new).list(),
                        List.of(),
                        "which data");
        regions =
                fields.optional(
                        "regions",
                        Shape.reference(Inventory.REGION, RegionName::new).list(),
                        List.of(),
                        "whose data");
        from = fields.maybe("from", SITE, "from where");
        at = fields.maybe("at", SITE, "where");
        to = fields.optional("to", SITE.list(), List.of(), "where to");
        full = fields.optional("full", Shape.bool(), true, "verified in full");
        slot = fields.optional("slot", Shape.bool(), false, "keeps its moment");
        flow =
                fields.optional(
                        "flow", Shape.enumeration(Effect.Flow.class), Effect.Flow.STREAM, "how");
        relays = fields.optional("relays", Shape.bool(), false, "passes on");
        fromSlot = fields.optional("fromSlot", Shape.bool(), false, "goes on from a copy");
        resyncs = fields.optional("resyncs", Shape.bool(), true, "compares when undone");
        pace =
                fields.optional(
                        "pace", Shape.enumeration(Effect.Pace.class), Effect.Pace.AT_ONCE, "how");
        back =
                fields.optional(
                        "back",
                        Shape.enumeration(Effect.Return.class),
                        Effect.Return.DRAINS,
                        "back");
    }

    EffectKind.Part part(Values values) {
        return new EffectKind.Part(
                values.of(what),
                values.of(data),
                values.of(regions),
                values.of(from),
                values.of(at),
                values.of(to),
                new EffectKind.Manner(
                        values.of(full),
                        values.of(slot),
                        values.of(flow),
                        values.of(relays),
                        values.of(fromSlot),
                        values.of(resyncs),
                        values.of(pace),
                        values.of(back)));
    }
}
