package gotthard.mover;

import gotthard.transfer.Refused;
import gotthard.transfer.report.Role;
import gotthard.transfer.stream.ChangingRate;

import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/// What every role works with.
///
/// @param nanos a clock that never goes back
/// @param executor has a thread for each task
record Workplace(
        Command command,
        Credentials credentials,
        Account account,
        ChangingRate rate,
        Timing timing,
        LongSupplier nanos,
        Executor executor,
        Voice voice) {

    Patience patience() {
        return new Patience(timing, command.network().patience(), nanos);
    }

    Door door() throws Refused {
        Door door = Door.open(credentials, command, timing, executor, voice);
        voice.say("listening at port " + door.port());
        return door;
    }

    Calling calling(Role called) {
        return new Calling(credentials, command, called, timing, executor);
    }
}
