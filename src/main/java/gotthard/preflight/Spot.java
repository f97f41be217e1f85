package gotthard.preflight;

import gotthard.action.Access;
import gotthard.inventory.Endpoint;
import gotthard.inventory.EndpointName;
import gotthard.inventory.SiteName;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A folder of an endpoint.
///
/// @param path absolute
record Spot(Endpoint endpoint, String path) {
    EndpointName name() {
        return endpoint.name();
    }

    SiteName site() {
        return endpoint.name().site();
    }

    /// A right to the folder, and to programs there.
    Set<Access> access(boolean writes, List<String> programs) {
        var access = new HashSet<Access>();
        access.add(new Access.Folder(name(), path, writes, Preflight.LOOKING));
        programs.forEach(
                program ->
                        access.add(
                                new Access.Program(name(), List.of(program), Preflight.LOOKING)));
        return access;
    }
}
