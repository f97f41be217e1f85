package gotthard.journal;

import gotthard.graph.StepId;
import gotthard.inventory.SiteName;
import gotthard.plan.PlanName;
import gotthard.world.Effect;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// All that a run starts from; with it, status, resume and rollback need no file of the project.
///
/// @param documents what was read, by the name under which it was asked for: plan, inventory, policy, manifests
/// @param planSource the name of the plan among them, and so on
/// @param steps what there is to do, each after all that it needs
/// @param seed of every random choice of this run
public record Opening(
        PlanName plan,
        String title,
        String planSource,
        String inventorySource,
        String toolVersion,
        String startedBy,
        long seed,
        Selection selection,
        Limits limits,
        List<Listed> steps,
        Map<String, String> documents) {
    public Opening {
        steps = List.copyOf(steps);
        documents = Map.copyOf(documents);
    }

    /// One step as reports show it.
    public record Listed(
            StepId id,
            String kind,
            int version,
            String summary,
            Set<StepId> needs,
            Set<SiteName> sites,
            List<Effect> effects,
            String inputs) {
        public Listed {
            needs = Set.copyOf(needs);
            sites = Set.copyOf(sites);
            effects = List.copyOf(effects);
        }
    }

    /// The part of the plan that this run is asked to do; empty sets mean all.
    public record Selection(Set<StepId> steps) {
        public static final Selection ALL = new Selection(Set.of());

        public Selection {
            steps = Set.copyOf(steps);
        }

        public boolean has(StepId step) {
            return steps.isEmpty() || steps.contains(step);
        }
    }

    /// How many steps run at once.
    public record Limits(int run, int site) {
        public static final Limits USUAL = new Limits(16, 8);
    }
}
