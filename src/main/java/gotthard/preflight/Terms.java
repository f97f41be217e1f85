package gotthard.preflight;

import gotthard.shape.Percent;
import gotthard.shape.Rate;

import java.time.Duration;
import java.util.Optional;

/// What is asked of sites before anything is brought to them.
///
/// @param headroom what must be free beside what is to arrive, as a share of it
/// @param growthOver growth is measured over so long, and as much again must fit; whole days
/// @param rate at which each site is read; unknown without it
/// @param versions whether older versions of objects are brought, too
public record Terms(Percent headroom, Duration growthOver, Optional<Rate> rate, boolean versions) {}
