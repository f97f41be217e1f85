package gotthard.world;

/// How a cell stands at one site. Beside what was there at first, one write stands for all that are made meanwhile.
///
/// @param base what was there at first is stored here
/// @param write the write is stored here
/// @param accepted the write was made here
/// @param open writes are taken here
/// @param routed traffic goes here
/// @param processing the cell is processed here
/// @param deployed workloads stand ready here
/// @param staged data lie here on their way
/// @param baseVerified the last verification here covers what was there at first
/// @param writeVerified the last verification here covers the write
public record Holding(
        Level base,
        boolean write,
        boolean accepted,
        Level open,
        Level routed,
        Level processing,
        Level deployed,
        Level staged,
        boolean baseVerified,
        boolean writeVerified) {}
