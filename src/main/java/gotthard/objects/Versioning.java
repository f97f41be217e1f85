package gotthard.objects;

/// What a bucket does with what is overwritten and deleted.
enum Versioning {
    /// It keeps nothing of it, and never did.
    NONE,
    /// It keeps it as older versions.
    ENABLED,
    /// It has kept it in the past; what is deleted now is gone.
    SUSPENDED;

    /// As servers say it: `Enabled`, `Suspended`, or nothing.
    static Versioning of(String status) {
        return switch (status) {
            case "Enabled" -> ENABLED;
            case "" -> NONE;
            default -> SUSPENDED;
        };
    }
}
