package gotthard.proof;

import gotthard.plan.OnFailure;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds what a slice has to look at: pauses, persons that may have to be waited for, places, and order.
final class Lookout {
    private final Parts parts;
    private final List<Member> members;

    Lookout(Parts parts, List<Member> members) {
        this.parts = parts;
        this.members = members;
    }

    Watch watch(List<Integer> cells, boolean seesGaps, List<Pause> relevant, Allowed allowed) {
        boolean hasPauses = seesGaps && !parts.model().pauses().isEmpty();
        List<Watch.Span> pauses = new ArrayList<>();
        for (Pause pause : relevant) {
            pauses.add(new Watch.Span(ofStep(pause.from()), ofStep(pause.until()), waits(pause)));
        }
        return new Watch(
                pauses,
                hasPauses ? possible(relevant) : List.of(),
                freezes(),
                cells.stream().map(allowed::forbidden).toList(),
                orders(cells),
                Optional.empty());
    }

    private PartSet ofStep(int step) {
        var set = new PartSet(members.size());
        for (int index = 0; index < members.size(); index++) {
            if (members.get(index).step() == step) {
                set.add(index);
            }
        }
        return set;
    }

    private List<Watch.Hidden> possible(List<Pause> relevant) {
        Set<Watch.Hidden> known = new LinkedHashSet<>();
        for (Pause pause : parts.model().pauses()) {
            if (!relevant.contains(pause)) {
                known.add(
                        new Watch.Hidden(
                                new Watch.When(before(pause.from()), after(pause.until())),
                                waits(pause)));
            }
        }
        return List.copyOf(known);
    }

    private PartSet before(int step) {
        var set = new PartSet(members.size());
        for (int index = 0; index < members.size(); index++) {
            if (parts.isStepBefore(members.get(index).step(), step)) {
                set.add(index);
            }
        }
        return set;
    }

    private PartSet after(int step) {
        var set = new PartSet(members.size());
        for (int index = 0; index < members.size(); index++) {
            if (parts.isStepBefore(step, members.get(index).step())
                    && members.get(index).stands() != Member.Stands.BLOCKER) {
                set.add(index);
            }
        }
        return set;
    }

    /// When a pause may last until a person has come.
    private List<Watch.When> waits(Pause pause) {
        Set<Watch.When> waits = new LinkedHashSet<>();
        for (int step : parts.waiting()) {
            if (!parts.holdsUp(step, pause)) {
                continue;
            }
            int all = parts.ofStep(step).size();
            int known = 0;
            for (int index = 0; index < members.size(); index++) {
                Member member = members.get(index);
                if (member.step() == step && member.stands() != Member.Stands.BLOCKER) {
                    var self = new PartSet(members.size());
                    self.add(index);
                    waits.add(new Watch.When(member.needs(), self));
                    known += member.stands() == Member.Stands.REST ? all : 1;
                }
            }
            if (known < all) {
                waits.add(new Watch.When(before(step), after(step)));
            }
        }
        return List.copyOf(waits);
    }

    private PartSet freezes() {
        var set = new PartSet(members.size());
        for (int index = 0; index < members.size(); index++) {
            var step = parts.model().steps().get(members.get(index).step());
            if (step.onFailure() == OnFailure.FREEZE) {
                set.add(index);
            }
        }
        return set;
    }

    private List<int[]> orders(List<Integer> cells) {
        List<int[]> orders = new ArrayList<>();
        for (int[] order : parts.orders()) {
            int earlier = cells.indexOf(order[0]);
            int later = cells.indexOf(order[1]);
            if (earlier >= 0 && later >= 0) {
                orders.add(new int[] {earlier, later});
            }
        }
        return orders;
    }
}
