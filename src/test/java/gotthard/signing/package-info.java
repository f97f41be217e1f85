/// Tests of keys, envelopes and their verification.
@NullMarked
package gotthard.signing;

import org.jspecify.annotations.NullMarked;
