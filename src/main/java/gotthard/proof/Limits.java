package gotthard.proof;

import java.util.function.BooleanSupplier;

/// When a proof gives up.
///
/// @param states of one exploration
/// @param bytes of memory of one exploration
/// @param isOver asked now and then; true ends it
public record Limits(long states, long bytes, BooleanSupplier isOver) {
    /// 20 million states, 1 GiB, no end of time.
    public static final Limits USUAL = new Limits(20_000_000, 1L << 30, () -> false);
}
