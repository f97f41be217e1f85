package gotthard.proof.reference;

import gotthard.plan.OnFailure;
import gotthard.proof.Clause;
import gotthard.proof.Happening;
import gotthard.proof.Model;
import gotthard.proof.ModelStep;
import gotthard.proof.Situation;
import gotthard.world.Cell;
import gotthard.world.Holding;
import gotthard.world.Level;

import java.util.stream.Collectors;

/// Models and happenings on few lines.
final class Print {
    private Print() {}

    static String of(Model model) {
        var text = new StringBuilder();
        for (Cell cell : model.cells()) {
            text.append(
                    "%s %s first %s to %s standby %s moves %s%n"
                            .formatted(
                                    cell.id(),
                                    cell.isMutable() ? "mutable" : "append-only",
                                    cell.first(),
                                    cell.to(),
                                    cell.standby(),
                                    cell.moves()));
        }
        for (int index = 0; index < model.steps().size(); index++) {
            text.append("  %d %s%n".formatted(index, step(model.steps().get(index))));
        }
        for (Clause clause : model.clauses()) {
            text.append(
                    "  rule %s of %s from %s until %s%n"
                            .formatted(
                                    clause.rule().that().text(),
                                    clause.cells(),
                                    clause.rule().validity().from(),
                                    clause.rule().validity().until()));
        }
        text.append(
                "pauses %s order %s days %s allowance %s signers %s%n"
                        .formatted(
                                model.pauses(),
                                model.order(),
                                model.days(),
                                model.allowance(),
                                model.signers()));
        return text.toString();
    }

    static String of(Happening what) {
        if (what instanceof Happening.OfStep step) {
            var effect = step.effect().map(each -> ":" + each.getClass().getSimpleName());
            return what.getClass().getSimpleName() + "(" + step.step() + effect.orElse("") + ")";
        }
        return what.toString();
    }

    private static String step(ModelStep step) {
        return "needs %s%s%s%s%s: %s"
                .formatted(
                        step.needs(),
                        step.approval().map(roles -> " approval of " + roles).orElse(""),
                        step.irreversible() ? " irreversible" : "",
                        step.onFailure() == OnFailure.FREEZE ? " freezes" : "",
                        step.notBefore().map(day -> " not before " + day).orElse(""),
                        step.effects().stream()
                                .map(Object::toString)
                                .collect(Collectors.joining(" then ")));
    }

    /// Site by site: base, write and where it was made, open, routed, processing, deployed, staged, what is verified.
    static String of(Situation situation) {
        var text = new StringBuilder();
        situation
                .cells()
                .forEach(
                        (cell, sites) -> {
                            text.append(cell);
                            sites.forEach(
                                    (site, holding) ->
                                            text.append(" ").append(site).append(of(holding)));
                            text.append("; ");
                        });
        return text.append("running ").append(situation.running()).toString();
    }

    private static String of(Holding holding) {
        return "[b%s%s%s o%s r%s p%s d%s s%s%s%s]"
                .formatted(
                        sign(holding.base()),
                        holding.write() ? " new" : "",
                        holding.accepted() ? " org" : "",
                        sign(holding.open()),
                        sign(holding.routed()),
                        sign(holding.processing()),
                        sign(holding.deployed()),
                        sign(holding.staged()),
                        holding.baseVerified() ? " vB" : "",
                        holding.writeVerified() ? " vN" : "");
    }

    private static String sign(Level level) {
        return switch (level) {
            case NONE -> "0";
            case HALF -> "½";
            case FULL -> "1";
        };
    }
}
