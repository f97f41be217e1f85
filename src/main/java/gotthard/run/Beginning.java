package gotthard.run;

import gotthard.journal.Event;
import gotthard.journal.Expected;
import gotthard.journal.Opening;
import gotthard.journal.Waived;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a run begins with.
///
/// @param expected what it is predicted to do, if it is the run of a saved plan; what is not as expected holds it
/// @param waived what is not proven of its plan, and who answers for that
public record Beginning(Opening opening, Optional<Expected> expected, List<Waived> waived) {
    public Beginning {
        waived = List.copyOf(waived);
    }

    public static Beginning of(Opening opening) {
        return new Beginning(opening, Optional.empty(), List.of());
    }

    public Beginning expecting(Expected what) {
        return new Beginning(opening, Optional.of(what), waived);
    }

    public Beginning waiving(List<Waived> what) {
        return new Beginning(opening, expected, what);
    }

    List<Event> events() {
        List<Event> events = new ArrayList<>();
        events.add(new Event.RunOpened(opening));
        expected.ifPresent(what -> events.add(new Event.RunExpects(what)));
        waived.forEach(one -> events.add(new Event.RunWaived(one)));
        return events;
    }
}
