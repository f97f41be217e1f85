/// Asking Prometheus, against a server that answers as one does.
@org.jspecify.annotations.NullMarked
package gotthard.metrics;
