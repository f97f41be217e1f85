/// Sites inside this JVM, over the real protocols, so that plans can be tried without any site. It knows the inventory and
/// nothing of what runs on it.
@NullMarked
package gotthard.sandbox;

import org.jspecify.annotations.NullMarked;
