/// The page of a report: parsed, and looked at in a browser.
@NullMarked
package gotthard.page;

import org.jspecify.annotations.NullMarked;
