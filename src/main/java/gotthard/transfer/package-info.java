/// What a transfer of files consists of, whichever way it goes: manifests, their comparison, archives that are checked as
/// they pass. It knows no site, no connection and no clock.
@NullMarked
package gotthard.transfer;

import org.jspecify.annotations.NullMarked;
