package gotthard.inventory;

import gotthard.secret.KnownSecrets;
import gotthard.shape.Parsed;
import gotthard.shape.Shape;

import java.net.URI;

/// An address without a user or a password, which would stand in every message.
final class WebAddress {
    static final Shape<URI> SHAPE =
            Shape.uri()
                    .parse("an address without a user", WebAddress::withoutUser)
                    .unshown(
                            "an address without a user, such as https://example.org/status",
                            WebAddress::meet);

    private WebAddress() {}

    private static Parsed<URI> withoutUser(URI address) {
        return address.getRawUserInfo() == null ? Parsed.good(address) : Parsed.bad("names one");
    }

    private static void meet(String address) {
        int end = address.lastIndexOf('@');
        int start = address.indexOf("//");
        if (start >= 0 && end > start) {
            String user = address.substring(start + 2, end);
            KnownSecrets.add(user);
            KnownSecrets.add(user.substring(user.indexOf(':') + 1));
        }
    }
}
