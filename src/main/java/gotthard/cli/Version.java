package gotthard.cli;

import java.util.Optional;

/// Which version of the program this is.
final class Version {
    private Version() {}

    /// As the jar's manifest tells; `dev` for classes outside a jar.
    static String text() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("dev");
    }
}
