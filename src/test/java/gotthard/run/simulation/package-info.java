/// Thousands of seeded runs on one thread: model sites, a clock that is only moved, and a death at every boundary. Uses the real loop and
/// the real rules, and nothing else of the engine.
@NullMarked
package gotthard.run.simulation;

import org.jspecify.annotations.NullMarked;
