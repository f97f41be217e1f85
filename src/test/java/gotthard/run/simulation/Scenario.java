package gotthard.run.simulation;

import gotthard.action.Action;
import gotthard.action.Before;
import gotthard.action.Captured;
import gotthard.action.Context;
import gotthard.action.Declaration;
import gotthard.action.Forecast;
import gotthard.action.Outcome;
import gotthard.action.Prediction;
import gotthard.action.Verdict;
import gotthard.graph.Graph;
import gotthard.graph.StepId;
import gotthard.inventory.SiteName;
import gotthard.journal.Opening;
import gotthard.plan.OnFailure;
import gotthard.run.Routes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/// A random plan, with what stands at its sites before.
///
/// @param writers two of its steps that move a writer, where it has two that can be undone
record Scenario(Graph graph, Opening opening, Site site, Optional<Writers> writers) {
    private static final int MOST_STEPS = 9;

    static Scenario of(long seed) {
        var random = new Random(seed);
        var routes = new Routes().deadline(Duration.ofMinutes(1));
        Map<StepId, List<String>> parts = new HashMap<>();
        var site = new Site(parts);
        List<String> names = new ArrayList<>();
        int size = 1 + random.nextInt(MOST_STEPS);
        for (int i = 0; i < size; i++) {
            String name = "s" + i;
            routes.attempts(1 + random.nextInt(3))
                    .onFailure(random.nextInt(4) == 0 ? OnFailure.FREEZE : OnFailure.ROLLBACK);
            String[] needs = needs(names, random);
            int kind = random.nextInt(24);
            if (kind < 3) {
                routes.approval(name, roles(random), needs);
            } else {
                var reversal =
                        kind == 3
                                ? Declaration.Reversal.IRREVERSIBLE
                                : kind < 6
                                        ? Declaration.Reversal.NOTHING_TO_UNDO
                                        : Declaration.Reversal.RESTORES;
                routes.step(name, new Declared(name, reversal, sites(random)), needs);
                if (reversal != Declaration.Reversal.NOTHING_TO_UNDO) {
                    parts.put(new StepId(name), things(name, site, random));
                }
            }
            names.add(name);
        }
        site.put("beside", "a stranger's", Site.STRANGER);
        var limits = new Opening.Limits(1 + random.nextInt(4), 1 + random.nextInt(3));
        routes.timetable(Times.of(routes.graph().steps(), new Random(seed + 1)));
        return new Scenario(
                routes.graph(),
                routes.opening(Opening.Selection.ALL, limits, seed),
                site,
                writers(names, site, new Random(seed + 2)));
    }

    /// What stands there before anybody looks is not the engine's doing.
    private static Optional<Writers> writers(List<String> names, Site site, Random random) {
        List<StepId> free =
                names.stream()
                        .map(StepId::new)
                        .filter(step -> !site.parts(step).isEmpty() && !site.isPartlyAsWanted(step))
                        .toList();
        return free.size() < 2 ? Optional.empty() : Optional.of(Writers.among(free, random));
    }

    private static String[] needs(List<String> earlier, Random random) {
        var needs = new TreeSet<String>();
        for (String name : earlier) {
            if (random.nextInt(3) == 0) {
                needs.add(name);
            }
        }
        return needs.toArray(String[]::new);
    }

    private static Set<gotthard.inventory.RoleName> roles(Random random) {
        return random.nextBoolean()
                ? Set.of(Routes.SUPERVISOR)
                : Set.of(Routes.LEAD, Routes.SUPERVISOR);
    }

    private static Set<SiteName> sites(Random random) {
        var sites = new TreeSet<SiteName>();
        for (String name : List.of("moscow", "zurich-1", "zurich-2")) {
            if (random.nextBoolean()) {
                sites.add(new SiteName(name));
            }
        }
        return sites;
    }

    private static List<String> things(String step, Site site, Random random) {
        List<String> things = new ArrayList<>();
        boolean right = random.nextInt(12) == 0;
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            String name = step + "/" + i;
            things.add(name);
            if (right) {
                site.put(name, Site.wanted(name), Site.NOBODY);
            } else if (random.nextInt(3) == 0) {
                site.put(name, "old " + name, Site.NOBODY);
            } else if (random.nextInt(40) == 0) {
                site.put(name, "foreign " + name, Site.STRANGER);
            }
        }
        return things;
    }

    /// Only declares: the simulation's workers do the work themselves.
    private record Declared(String name, Declaration.Reversal reversal, Set<SiteName> sites)
            implements Action {
        @Override
        public Declaration declaration() {
            return Routes.declaration(name, reversal, sites);
        }

        @Override
        public Prediction predict(Context context, Forecast earlier) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Verdict verify(Context context) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Captured capture(Context context) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Outcome apply(Context context, Before before) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Outcome rollback(Context context, Before before) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Verdict restored(Context context, Before before) {
            throw new UnsupportedOperationException();
        }
    }
}
