/// `files.copy`: the files of cells, from a host of one site to a host of another. It gives hosts constant scripts only; what
/// varies comes as their words or on their input.
@NullMarked
package gotthard.files;

import org.jspecify.annotations.NullMarked;
