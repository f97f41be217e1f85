/// What happened, in order, durable and tamper-evident; leases, inbox and blobs beside it. State
/// is replayed from here and stored nowhere. The only package that knows SQL.
@NullMarked
package gotthard.journal;

import org.jspecify.annotations.NullMarked;
