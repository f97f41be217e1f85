package gotthard.plan;

import gotthard.inventory.DataTypeName;
import gotthard.inventory.Inventory;
import gotthard.inventory.RegionName;
import gotthard.inventory.SiteName;
import gotthard.shape.Shape;
import gotthard.world.Aspect;

import java.util.LinkedHashSet;
import java.util.List;

/// How a group is written.
final class GroupShape {
    static final Shape<SiteName> SITE = Shape.reference(Inventory.SITE, SiteName::new);

    private static final List<Aspect> USUAL = List.of(Aspect.STORE, Aspect.WRITE, Aspect.PROCESS);

    static final Shape<Group> SHAPE =
            Shape.<Group>object(
                            fields -> {
                                var regions =
                                        fields.required(
                                                "regions",
                                                Shape.reference(Inventory.REGION, RegionName::new)
                                                        .nonEmptyList(),
                                                "whose data move");
                                var from =
                                        fields.required("from", SITE, "the site that has them now");
                                var data =
                                        fields.required(
                                                "data",
                                                Shape.mapOf(
                                                        Shape.reference(
                                                                Inventory.DATA, DataTypeName::new),
                                                        target()),
                                                "where each kind of data goes");
                                var moves =
                                        fields.optional(
                                                "moves",
                                                Shape.enumeration(Aspect.class).nonEmptyList(),
                                                USUAL,
                                                "what is at the targets when the plan is done: baseline, what was there when it began;"
                                                        + " store, also all that was written meanwhile; write, writes and"
                                                        + " traffic; process, processing");
                                var pauses =
                                        fields.optional(
                                                "pauses",
                                                pause().list(),
                                                List.of(),
                                                "when the service may pause");
                                return values ->
                                        new Group(
                                                new LinkedHashSet<>(values.of(regions)),
                                                values.of(from),
                                                values.of(data),
                                                new LinkedHashSet<>(values.of(moves)),
                                                values.of(pauses));
                            })
                    .where(
                            group ->
                                    group.data().values().stream()
                                            .noneMatch(target -> reaches(target, group.from())),
                            "\"to\" or \"standby\" names the site of \"from\"; name another target")
                    .named("Group", "The cells that a plan moves together.");

    private GroupShape() {}

    private static Shape<Group.Pause> pause() {
        return Shape.<Group.Pause>object(
                        fields -> {
                            var from =
                                    fields.required(
                                            "from",
                                            Shape.text().located(),
                                            "the step with which it begins; of one with \"each\", or with parts, the first that does");
                            var until =
                                    fields.required(
                                            "until",
                                            Shape.text().located(),
                                            "the step with which it ends; of one with \"each\", or with parts, the last that does");
                            return values -> new Group.Pause(values.of(from), values.of(until));
                        })
                .named(
                        "Pause",
                        "A time in which the service of the group may pause, forward and on the way back: from the beginning of one"
                                + " step to the end of another. name[value] means one of those that \"each\" makes.");
    }

    private static Shape<Group.Target> target() {
        return Shape.<Group.Target>object(
                        fields -> {
                            var to =
                                    fields.required(
                                            "to",
                                            SITE.nonEmptyList(),
                                            "sites that receive and serve it");
                            var standby =
                                    fields.optional(
                                            "standby",
                                            SITE.list(),
                                            List.of(),
                                            "sites that receive it and stand by");
                            return values -> new Group.Target(values.of(to), values.of(standby));
                        })
                .where(
                        target -> target.to().stream().noneMatch(target.standby()::contains),
                        "a site stands in \"to\" and in \"standby\"; name it once");
    }

    private static boolean reaches(Group.Target target, SiteName site) {
        return target.to().contains(site) || target.standby().contains(site);
    }
}
