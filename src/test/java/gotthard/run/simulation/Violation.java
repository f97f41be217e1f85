package gotthard.run.simulation;

import java.util.Optional;

/// The engine broke a promise.
final class Violation extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Optional<Rule> rule;

    Violation(String what) {
        super(what);
        rule = Optional.empty();
    }

    Violation(Rule rule, String what) {
        super(what);
        this.rule = Optional.of(rule);
    }

    /// Which of the rules that proofs rely on, if it is one of them.
    Optional<Rule> rule() {
        return rule;
    }
}
