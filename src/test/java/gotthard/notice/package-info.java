/// What others are told of runs, over real HTTP.
@NullMarked
package gotthard.notice;

import org.jspecify.annotations.NullMarked;
