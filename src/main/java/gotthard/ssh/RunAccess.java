package gotthard.ssh;

import gotthard.action.Access;
import gotthard.action.Access.Phase;
import gotthard.inventory.Endpoint;
import gotthard.inventory.EndpointName;
import gotthard.inventory.HostGroup;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The rights that running a command on a group of hosts takes. What the commands themselves need is known to who wrote them.
final class RunAccess {
    private static final Set<Phase> CHANGING = Set.of(Phase.APPLY, Phase.ROLLBACK);

    private RunAccess() {}

    static Set<Access> of(RunKind.With with, HostGroup group) {
        var access = new HashSet<Access>();
        for (Endpoint.Host one : group.hosts()) {
            var host = one.name();
            access.add(new Access.Folder(host, "~/.gotthard/marks", true, CHANGING));
            for (String program : List.of("sh", "cat")) {
                access.add(new Access.Program(host, List.of(program), Phase.ALL));
            }
            access.add(new Access.Program(host, List.of("mkdir"), Set.of(Phase.APPLY)));
            command(with.run(), host, Set.of(Phase.APPLY)).ifPresent(access::add);
            command(with.check(), host, Phase.ALL).ifPresent(access::add);
            command(with.undo(), host, Set.of(Phase.ROLLBACK)).ifPresent(access::add);
            if (!with.undo().isEmpty()) {
                for (String program : List.of("rm", "rmdir")) {
                    access.add(new Access.Program(host, List.of(program), Set.of(Phase.ROLLBACK)));
                }
            }
        }
        return access;
    }

    private static Optional<Access> command(
            List<String> words, EndpointName host, Set<Phase> phases) {
        return words.stream()
                .findFirst()
                .map(program -> new Access.Program(host, List.of(program), phases));
    }
}
