/// Measures what has to be fast. It is compiled with the tests and run by `-Pbench`.
@NullMarked
package gotthard.bench;

import org.jspecify.annotations.NullMarked;
