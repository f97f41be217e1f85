/// What answers to users: HTTP endpoints of sites, looked at and later switched. It knows no run.
@NullMarked
package gotthard.traffic;

import org.jspecify.annotations.NullMarked;
