/// What sites measure, asked of Prometheus servers by their HTTP API. It asks and changes nothing.
@NullMarked
package gotthard.metrics;

import org.jspecify.annotations.NullMarked;
