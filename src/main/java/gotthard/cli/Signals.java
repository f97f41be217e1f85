package gotthard.cli;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/// Hears Ctrl-C and SIGTERM, by the JDK's `sun.misc.Signal`, which has no public counterpart: a shutdown hook hears only the first.
///
/// The class is looked up by name because javac 25 warns of each mention with a warning that can't be suppressed, and warnings are
/// errors here. Where a JDK does not have it, signals end the process as usual.
final class Signals implements AutoCloseable {
    private final AutoCloseable restored;

    private Signals(AutoCloseable restored) {
        this.restored = restored;
    }

    /// @param name without `SIG`: `INT`
    static Signals on(String name, Runnable heard) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            MethodHandles.Lookup lookup = MethodHandles.publicLookup();
            MethodHandle handle =
                    lookup.findStatic(
                            signal, "handle", MethodType.methodType(handler, signal, handler));
            Object about =
                    lookup.findConstructor(signal, MethodType.methodType(void.class, String.class))
                            .invoke(name);
            MethodHandle run =
                    MethodHandles.lookup().bind(heard, "run", MethodType.methodType(void.class));
            Object ours =
                    MethodHandleProxies.asInterfaceInstance(
                            handler, MethodHandles.dropArguments(run, 0, signal));
            Object usual = handle.invoke(about, ours);
            return new Signals(() -> restore(handle, about, usual));
        } catch (Throwable missing) {
            if (missing instanceof Error error) {
                throw error;
            }
            return new Signals(() -> {});
        }
    }

    private static void restore(MethodHandle handle, Object about, Object usual) throws Exception {
        try {
            Object _ = handle.invoke(about, usual);
        } catch (Throwable broken) {
            throw new IllegalStateException("a handler of signals is not restored", broken);
        }
    }

    @Override
    public void close() {
        try {
            restored.close();
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }
}
