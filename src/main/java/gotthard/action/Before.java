package gotthard.action;

/// What was there before the first change.
public sealed interface Before {
    /// Nothing that needs restoring: undoing removes what this run made.
    record Absent() implements Before {}

    /// A pre-image in the action's own format. Never secrets or personal data: those are [Kept] at their own site.
    record Inline(Blob image) implements Before {}

    /// A pre-image that stays at its own site.
    record Kept(Locator at, SaltedDigest digest) implements Before {}
}
