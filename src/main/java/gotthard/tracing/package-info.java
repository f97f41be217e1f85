/// What a run does, as traces for OpenTelemetry.
@NullMarked
package gotthard.tracing;

import org.jspecify.annotations.NullMarked;
