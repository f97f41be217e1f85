/// The small model of the world that effects act on: which site stores, writes and processes each
/// cell, how effects change that, and what must always hold. Pure: it knows no clock, no journal and no site.
@NullMarked
package gotthard.world;

import org.jspecify.annotations.NullMarked;
