/// How overviews and previews look to people and to programs: Markdown, JSON, plain lines. It words
/// and lays out numbers that others computed, and computes none itself.
@NullMarked
package gotthard.report;

import org.jspecify.annotations.NullMarked;
