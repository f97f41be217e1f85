/// Tests of the room `files`.
@NullMarked
package gotthard.files;

import org.jspecify.annotations.NullMarked;
