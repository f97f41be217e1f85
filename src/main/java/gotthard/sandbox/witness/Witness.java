package gotthard.sandbox.witness;

import java.io.IOException;

/// Hears of every act right before and right after it is done, from several threads at once. An IOException breaks the act's
/// connection there and then.
public interface Witness {
    Witness NONE =
            new Witness() {
                @Override
                public void before(Act act) {}

                @Override
                public void after(Act act) {}
            };

    void before(Act act) throws IOException;

    void after(Act act) throws IOException;
}
