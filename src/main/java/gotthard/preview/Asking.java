package gotthard.preview;

import gotthard.action.Action;
import gotthard.action.Context;
import gotthard.action.Forecast;
import gotthard.action.Prediction;
import gotthard.action.Unreachable;
import gotthard.action.Work;
import gotthard.graph.Graph;
import gotthard.graph.Step;
import gotthard.graph.StepId;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/// Asks for the predictions of all steps: each in a thread of its own, after all that it needs.
final class Asking {
    private final Graph graph;
    private final Contexts contexts;
    private final Semaphore places;

    Asking(Graph graph, Contexts contexts, int atOnce) {
        this.graph = graph;
        this.contexts = contexts;
        this.places = new Semaphore(atOnce);
    }

    /// In the order of the graph.
    List<Predicted> all() throws InterruptedException {
        Map<StepId, Future<Predicted>> asked = new LinkedHashMap<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Step step : graph.steps()) {
                var before = Map.copyOf(asked);
                asked.put(step.id(), threads.submit(() -> predicted(step, before)));
            }
            return taken(asked, threads);
        }
    }

    private static List<Predicted> taken(
            Map<StepId, Future<Predicted>> asked, ExecutorService threads)
            throws InterruptedException {
        var all = new ArrayList<Predicted>();
        try {
            for (Future<Predicted> one : asked.values()) {
                all.add(taken(one));
            }
            return all;
        } finally {
            threads.shutdownNow();
        }
    }

    private static Predicted taken(Future<Predicted> asked) throws InterruptedException {
        try {
            return asked.get();
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case RuntimeException bug -> throw bug;
                case Error broken -> throw broken;
                case InterruptedException interrupted -> throw interrupted;
                case null, default -> throw new IllegalStateException(failed.getCause());
            }
        }
    }

    private Predicted predicted(Step step, Map<StepId, Future<Predicted>> before)
            throws InterruptedException {
        Forecast forecast = Forecast.EMPTY;
        for (Step earlier : graph.steps()) {
            Future<Predicted> asked = before.get(earlier.id());
            if (asked != null && graph.withNeeds(step.id()).contains(earlier.id())) {
                forecast = forecast.and(taken(asked).changes());
            }
        }
        return new Predicted(step.id(), step.kind(), outlook(step, forecast));
    }

    private Outlook outlook(Step step, Forecast forecast) throws InterruptedException {
        return switch (step.work()) {
            case Work.Approval approval -> new Outlook.Waits(approval.oneOfEach());
            case Work.Change(var action, var declaration) -> {
                places.acquire();
                try {
                    yield new Outlook.Acts(
                            declaration, prediction(action, contexts.of(step.id()), forecast));
                } finally {
                    places.release();
                }
            }
        };
    }

    private static Prediction prediction(Action action, Context context, Forecast forecast)
            throws InterruptedException {
        try {
            return action.predict(context, forecast);
        } catch (Unreachable silent) {
            return new Prediction.Obstacle(silent.failure());
        }
    }
}
