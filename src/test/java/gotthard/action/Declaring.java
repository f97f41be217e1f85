package gotthard.action;

import gotthard.inventory.SiteName;
import gotthard.world.Effect;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// An action for tests that only declares what it would do.
public record Declaring(
        String summary, Set<SiteName> sites, List<Effect> effects, Declaration.Reversal reversal)
        implements Action {
    public Declaring {
        sites = Set.copyOf(sites);
        effects = List.copyOf(effects);
    }

    /// Declares effects, at the sites where they show.
    public static Declaring of(List<Effect> effects, Declaration.Reversal reversal) {
        Set<SiteName> sites =
                effects.stream()
                        .flatMap(effect -> effect.shows().stream())
                        .collect(Collectors.toSet());
        return new Declaring("declares", sites, effects, reversal);
    }

    /// Declares nothing but where it works.
    public static Declaring at(SiteName site, String summary) {
        return new Declaring(summary, Set.of(site), List.of(), Declaration.Reversal.RESTORES);
    }

    @Override
    public Declaration declaration() {
        return new Declaration(
                summary,
                sites,
                effects,
                List.of(),
                reversal,
                Set.of(),
                Declaration.Guard.NONE,
                Declaration.Guard.NONE);
    }

    @Override
    public Prediction predict(Context context, Forecast earlier) {
        return new Prediction.Nothing("nothing happens");
    }

    @Override
    public Verdict verify(Context context) {
        return new Verdict.Holds(Evidence.of(1, "nothing to compare"));
    }

    @Override
    public Captured capture(Context context) {
        return new Captured.Found(new Before.Absent());
    }

    @Override
    public Outcome apply(Context context, Before before) {
        return new Outcome.AlreadyDone();
    }

    @Override
    public Outcome rollback(Context context, Before before) {
        return new Outcome.AlreadyDone();
    }

    @Override
    public Verdict restored(Context context, Before before) {
        return verify(context);
    }
}
