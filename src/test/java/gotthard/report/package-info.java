/// What people and programs read, against golden files.
@NullMarked
package gotthard.report;

import org.jspecify.annotations.NullMarked;
