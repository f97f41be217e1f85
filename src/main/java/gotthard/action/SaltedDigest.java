package gotthard.action;

/// SHA-256 of a salt and a value, in hexadecimal; the salt is kept with the value, so that erasing both leaves a digest that
/// tells nothing.
public record SaltedDigest(String hex) {}
