package gotthard.proof.reference;

import gotthard.plan.OnFailure;
import gotthard.proof.Happening;
import gotthard.proof.Model;
import gotthard.proof.ModelStep;
import gotthard.world.Cell;

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
}
