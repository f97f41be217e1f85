/// The pages of the dashboard: pure functions from overviews to HTML. They ask no journal and no clock.
@NullMarked
package gotthard.web.pages;

import org.jspecify.annotations.NullMarked;
