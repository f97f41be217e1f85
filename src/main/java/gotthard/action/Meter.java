package gotthard.action;

import java.util.ServiceLoader;

/// Opens what measures a site. Found by `ServiceLoader`, so that the engine knows no client of it.
public interface Meter extends Connector<Readings> {
    /// The one on the class path.
    static Meter installed() {
        return ServiceLoader.load(Meter.class)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no meter is installed"));
    }
}
