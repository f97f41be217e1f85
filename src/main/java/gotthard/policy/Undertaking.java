package gotthard.policy;

import gotthard.inventory.SiteName;
import gotthard.inventory.WindowName;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/// Something that is to be started.
///
/// @param notBefore the first day, in UTC, on which it may start
/// @param takes how long it usually takes; zero where nobody said
/// @param sites where it changes something; freezes of other sites don't concern it
public record Undertaking(
        Optional<WindowName> window,
        Optional<LocalDate> notBefore,
        Duration takes,
        Set<SiteName> sites) {
    public Undertaking {
        sites = Set.copyOf(sites);
    }
}
