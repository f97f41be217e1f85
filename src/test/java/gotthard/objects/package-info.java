/// Copies of objects between S3-compatible servers, each tested on real ones.
@NullMarked
package gotthard.objects;

import org.jspecify.annotations.NullMarked;
