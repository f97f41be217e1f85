package gotthard.plan;

import gotthard.inventory.WindowName;
import gotthard.problem.Place;
import gotthard.shape.Located;
import gotthard.yaml.Node;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A step as written.
///
/// @param each variables and their values; the step is made once for each combination, in the order written
/// @param needs names of steps of this plan, or `name[value]` for one made by `each`
/// @param with the parameters, not yet read: `${variable}` is replaced first
/// @param deadline how long one attempt may take
/// @param attempts how often it is tried before it counts as failed
/// @param notBefore the first day, in UTC, on which it may start
/// @param window in which it may start
/// @param takes how long it usually takes
/// @param fresh how old its verification may be when something that needs it begins
public record StepSpec(
        Located<StepName> id,
        Map<String, List<String>> each,
        List<Located<String>> needs,
        Located<String> action,
        Optional<Node> with,
        Optional<OnFailure> onFailure,
        Optional<Duration> deadline,
        Optional<Integer> attempts,
        Optional<Located<LocalDate>> notBefore,
        Optional<Located<WindowName>> window,
        Optional<Located<Duration>> takes,
        Optional<Located<Duration>> fresh,
        Place place) {
    public StepSpec {
        needs = List.copyOf(needs);
    }
}
