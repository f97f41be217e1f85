/// The pages of the dashboard: parsed, and followed in a browser.
@NullMarked
package gotthard.web.pages;

import org.jspecify.annotations.NullMarked;
