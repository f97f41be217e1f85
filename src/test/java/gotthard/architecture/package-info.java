/// Keeps the house as it is drawn: which room may use which, and which library lives where.
@NullMarked
package gotthard.architecture;

import org.jspecify.annotations.NullMarked;
