package gotthard.action;

import gotthard.inventory.EndpointName;

/// A thing at an endpoint, in the endpoint's own words: a path, or `Secret intake/token`.
public record Locator(EndpointName where, String path) {}
