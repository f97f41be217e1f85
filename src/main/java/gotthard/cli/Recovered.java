package gotthard.cli;

import gotthard.journal.Event;

import java.util.List;

/// Says what the sites knew and the journal had lost: it goes on from a backup.
final class Recovered {
    private Recovered() {}

    /// What this process found, and any before it since the journal was restored.
    static void tell(Console console, List<Event> events) {
        for (Event event : events) {
            if (event instanceof Event.StepRecovered(var step, var marks)) {
                console.say(
                        "    %s: done before the journal was lost, and found at the sites: %s"
                                .formatted(step, marks));
                console.json(
                        JsonLine.of("recovered").put("step", step.value()).put("found", marks));
            }
        }
    }
}
