/// Keeps stores alike while they are written: follows a site, and exchanges what two sites have. It moves data by the routes of other rooms
/// and opens no connection itself.
@NullMarked
package gotthard.dataset;

import org.jspecify.annotations.NullMarked;
