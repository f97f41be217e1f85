/// Tests of the room `yaml`.
@NullMarked
package gotthard.yaml;

import org.jspecify.annotations.NullMarked;
