/// Turns nodes into values. One declaration of a `Shape` decodes, checks and locates, and also yields the JSON Schema and the
/// reference page, so that these can't disagree. Knows no document of Gotthard in particular.
@NullMarked
package gotthard.shape;

import org.jspecify.annotations.NullMarked;
