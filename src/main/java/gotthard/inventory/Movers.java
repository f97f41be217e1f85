package gotthard.inventory;

import java.util.Optional;

/// How the pods that move a site's data are reached, and what they run.
///
/// @param address by which other sites reach the node ports of the site's cluster: an IP address or DNS name
/// @param image the mover's; that of the tool's own version without it
public record Movers(String address, Optional<String> image) {}
