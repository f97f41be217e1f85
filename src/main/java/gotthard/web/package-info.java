/// Shows what the reports show, live, to browsers and programs. It answers and changes nothing: no route acts on a run, and approvals are
/// signed elsewhere, by the key of who approves.
@NullMarked
package gotthard.web;

import org.jspecify.annotations.NullMarked;
