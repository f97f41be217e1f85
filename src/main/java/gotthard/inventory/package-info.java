/// What there is: sites, endpoints, regions, data types, people. Names are types here. It reads
/// documents and opens nothing.
@NullMarked
package gotthard.inventory;

import org.jspecify.annotations.NullMarked;
