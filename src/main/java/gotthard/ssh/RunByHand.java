package gotthard.ssh;

import gotthard.action.ByHand;
import gotthard.action.ByHand.Line;
import gotthard.action.Prompt;
import gotthard.inventory.Endpoint;
import gotthard.inventory.HostGroup;

import java.util.ArrayList;
import java.util.List;

/// How a person runs the command of a step on the hosts of its group.
record RunByHand(RunKind.With with, HostGroup group, Prompt prompt) {
    ByHand told() {
        var act = new ArrayList<Line>();
        if (!with.check().isEmpty()) {
            act.add(
                    ByHand.say(
                            "Leave out a host where the check below ends with 0 already, and write it down: undoing leaves it alone, too."));
        }
        act.add(
                ByHand.say(
                        "So many hosts at a time: %s. Begin no further ones when more than %d have failed."
                                .formatted(with.wave(), with.failures())));
        act.addAll(everywhere(with.run()));
        List<Line> check =
                with.check().isEmpty()
                        ? List.of(
                                ByHand.say(
                                        "The plan has no check: look at each host whether the command did what it is for."))
                        : everywhere(with.check());
        return new ByHand.Told(
                act, check, with.undo().isEmpty() ? List.of() : everywhere(with.undo()).reversed());
    }

    private List<Line> everywhere(List<String> words) {
        return group.hosts().stream()
                .map(Endpoint.Host::name)
                .map(host -> ByHand.type(prompt.on(host, words)))
                .toList();
    }
}
