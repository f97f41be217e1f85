package gotthard.graph;

import gotthard.plan.StepSpec;

import java.util.Map;

/// A step as written, with one combination of the values of its `each`.
record Instance(StepId id, StepSpec spec, Map<String, String> values) {}
