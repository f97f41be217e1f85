package gotthard.cli;

import gotthard.action.Action;
import gotthard.action.Before;
import gotthard.action.Captured;
import gotthard.action.Context;
import gotthard.action.Declaration;
import gotthard.action.Difference;
import gotthard.action.Evidence;
import gotthard.action.Failure;
import gotthard.action.Forecast;
import gotthard.action.Kind;
import gotthard.action.Outcome;
import gotthard.action.Prediction;
import gotthard.action.Scope;
import gotthard.action.Verdict;
import gotthard.action.Work;
import gotthard.inventory.Inventory;
import gotthard.inventory.SiteName;
import gotthard.problem.Checked;
import gotthard.shape.Shape;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;

/// The step `test.planted`, which goes wrong as a test wants. It is no service of the project's tests: [#with] plants it.
public final class PlantedKind implements Kind<SiteName> {
    private static volatile Trouble trouble = Trouble.NONE;
    private static volatile boolean applied;

    /// What goes wrong.
    enum Trouble {
        NONE,
        BUG_WHEN_BOUND,
        BUG_WHEN_APPLIED,
        OUTCOME_UNKNOWN
    }

    /// What is done while the kind is there.
    interface Doing {
        Typed type();
    }

    static Typed with(Trouble planted, Path folder, Doing doing) throws IOException {
        Path service = Files.writeString(folder.resolve("kinds"), PlantedKind.class.getName());
        Thread thread = Thread.currentThread();
        ClassLoader usual = thread.getContextClassLoader();
        trouble = planted;
        applied = false;
        thread.setContextClassLoader(new Planting(usual, service.toUri()));
        try {
            return doing.type();
        } finally {
            thread.setContextClassLoader(usual);
            trouble = Trouble.NONE;
        }
    }

    @Override
    public String name() {
        return "test.planted";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String summary() {
        return "Goes wrong.";
    }

    @Override
    public Shape<SiteName> parameters() {
        return Shape.object(
                fields -> {
                    var at =
                            fields.required(
                                    "at",
                                    Shape.reference(Inventory.SITE, SiteName::new),
                                    "the site");
                    return values -> values.of(at);
                });
    }

    @Override
    public Checked<Work> bind(SiteName site, Scope scope) {
        if (trouble == Trouble.BUG_WHEN_BOUND) {
            throw new IllegalStateException("planted");
        }
        return Checked.valid(new Work.Change(new Planted(site)));
    }

    private record Planted(SiteName site) implements Action {
        @Override
        public Declaration declaration() {
            return new Declaration(
                    "go wrong at " + site,
                    Set.of(site),
                    List.of(),
                    List.of(),
                    Declaration.Reversal.RESTORES,
                    Set.of(),
                    Declaration.Guard.ENFORCED,
                    Declaration.Guard.NONE);
        }

        @Override
        public Prediction predict(Context context, Forecast earlier) {
            return new Prediction.Nothing("nobody asks");
        }

        @Override
        public Verdict verify(Context context) {
            if (trouble == Trouble.OUTCOME_UNKNOWN && applied) {
                return new Verdict.Unreadable(
                        Failure.refused("it can't be seen", "turn on the light"));
            }
            return Verdict.differs(Difference.missing("it", "there"));
        }

        @Override
        public Captured capture(Context context) {
            return new Captured.Found(new Before.Absent());
        }

        @Override
        public Outcome apply(Context context, Before before) {
            applied = true;
            if (trouble == Trouble.BUG_WHEN_APPLIED) {
                throw new IllegalStateException("planted");
            }
            return new Outcome.Unclear(
                    Failure.refused("nobody knows whether it was done", "ask who made " + site));
        }

        @Override
        public Outcome rollback(Context context, Before before) {
            return new Outcome.Changed(Evidence.of(1, "undone"));
        }

        @Override
        public Verdict restored(Context context, Before before) {
            return new Verdict.Holds(Evidence.of(1, "as before"));
        }
    }

    /// Adds one service to those of the class path.
    private static final class Planting extends ClassLoader {
        private final URI service;

        private Planting(ClassLoader usual, URI service) {
            super(usual);
            this.service = service;
        }

        @Override
        protected Enumeration<URL> findResources(String name) throws IOException {
            return name.equals("META-INF/services/" + Kind.class.getName())
                    ? Collections.enumeration(List.of(service.toURL()))
                    : Collections.emptyEnumeration();
        }
    }
}
