/// `objects.copy`: the objects of cells, from a bucket of one site to a bucket of another, through this machine. Only
/// [gotthard.objects.ObjectServer] and what opens it know the client of S3.
@NullMarked
package gotthard.objects;

import org.jspecify.annotations.NullMarked;
