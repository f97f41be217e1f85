package gotthard.action;

import gotthard.shape.Rate;

/// How fast data may move at the sites of a step.
public sealed interface Allowance {
    /// As fast as it can.
    record Unlimited() implements Allowance {}

    /// No faster than this.
    record AtMost(Rate rate) implements Allowance {}

    /// Not at all, as long as one of the sites is spared.
    record Nothing() implements Allowance {}
}
