package gotthard.ssh;

import gotthard.action.Context;
import gotthard.action.Unreachable;
import gotthard.inventory.EndpointName;

import java.util.List;
import java.util.Optional;

/// How a host is found before or after a command.
///
/// @param check how the check ended, if there is one
record HostLook(EndpointName host, Mark.State mark, Optional<Ran> check) {
    static HostLook of(Context context, EndpointName host, List<String> check)
            throws Unreachable, InterruptedException {
        var connection = context.open(new HostConnector(), host);
        Mark.State mark = new Mark(connection, context.key(), context.fence()).look();
        return new HostLook(
                host,
                mark,
                check.isEmpty() ? Optional.empty() : Optional.of(connection.run(check)));
    }

    /// By its check; without one, because this key ran the command there.
    boolean isRight() {
        return check.map(Ran::isGood).orElse(mark == Mark.State.RAN);
    }

    boolean isTouched() {
        return switch (mark) {
            case NONE, LEFT -> false;
            case BEGAN, FAILED, RAN -> true;
        };
    }

    String found() {
        return check.map(Ran::reason).orElse(mark.words());
    }
}
