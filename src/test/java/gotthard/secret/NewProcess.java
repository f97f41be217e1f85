package gotthard.secret;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Begins each test class as a new process would: without the secrets that others have met, which are words of ordinary messages in some.
public final class NewProcess implements BeforeAllCallback {
    @Override
    public void beforeAll(ExtensionContext context) {
        if (context.getRequiredTestClass().getEnclosingClass() == null) {
            KnownSecrets.forget();
        }
    }
}
