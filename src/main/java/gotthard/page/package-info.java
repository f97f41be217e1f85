/// How a report looks in a browser and on paper: one HTML file that needs no script and no network. It lays out numbers that others
/// computed, and computes none itself but places on a drawing.
@NullMarked
package gotthard.page;

import org.jspecify.annotations.NullMarked;
