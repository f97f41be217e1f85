/// The rights that a plan needs, derived from what its steps declare: roles for clusters, and a list for all else. It asks no site.
@NullMarked
package gotthard.access;

import org.jspecify.annotations.NullMarked;
