package gotthard.policy;

import gotthard.inventory.SiteName;
import gotthard.inventory.WindowName;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// Something that is to be started.
///
/// @param takes how long it usually takes; zero where nobody said
/// @param sites where it changes something; freezes of other sites don't concern it
public record Undertaking(Optional<WindowName> window, Duration takes, Set<SiteName> sites) {
    public Undertaking {
        sites = Set.copyOf(sites);
    }
}
