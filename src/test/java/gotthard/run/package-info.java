/// Tests of the room `run`, with what they share: steps, routes and a site that is a map.
@NullMarked
package gotthard.run;

import org.jspecify.annotations.NullMarked;
