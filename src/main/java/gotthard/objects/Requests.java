package gotthard.objects;

import gotthard.action.Unreachable;
import gotthard.inventory.EndpointName;

import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;

import java.util.function.Supplier;

/// Asks one server, and turns what the client throws into failures that say what to do.
record Requests(EndpointName server) {
    /// Asks for something whose refusal the caller understands.
    ///
    /// @param doing what is asked, as a verb: `read`
    /// @param thing of the server: `uploads/a.bin`
    <T> T attempt(String doing, String thing, Supplier<T> call)
            throws Refusal, Unreachable, InterruptedException {
        try {
            return call.get();
        } catch (AbortedException _) {
            throw new InterruptedException("interrupted while it asked " + server);
        } catch (AwsServiceException refused) {
            throw new Refusal(
                    Complaints.code(refused),
                    refused.statusCode(),
                    new Unreachable(Complaints.of(server + ":" + thing, doing, refused)));
        } catch (SdkException broken) {
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted while it asked " + server);
            }
            throw new Unreachable(Complaints.of(server, broken));
        }
    }

    /// Asks for something that is not refused where all is well.
    <T> T ask(String doing, String thing, Supplier<T> call)
            throws Unreachable, InterruptedException {
        try {
            return attempt(doing, thing, call);
        } catch (Refusal refusal) {
            throw refusal.unreachable();
        }
    }
}
