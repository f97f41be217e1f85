/// Turns the text of a YAML document into nodes that know their places. The only user of SnakeYAML, of which it takes the
/// parser alone: nothing in a document can name a type, and no scalar is interpreted here.
@NullMarked
package gotthard.yaml;

import org.jspecify.annotations.NullMarked;
