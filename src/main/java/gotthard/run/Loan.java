package gotthard.run;

import gotthard.action.Allowance;
import gotthard.action.Blob;
import gotthard.action.Checkpoint;
import gotthard.action.Connector;
import gotthard.action.Context;
import gotthard.action.Fence;
import gotthard.action.Key;
import gotthard.action.Progress;
import gotthard.action.Unreachable;
import gotthard.graph.StepId;
import gotthard.inventory.EndpointName;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What a worker lends to an action for one call.
final class Loan implements Context {
    private final Crew crew;
    private final Order.Job job;
    private volatile Optional<Checkpoint> checkpoint;

    Loan(Crew crew, Order.Job job, Optional<Checkpoint> resumedFrom) {
        this.crew = crew;
        this.job = job;
        checkpoint = resumedFrom;
    }

    @Override
    public Key key() {
        return Key.of(crew.lease().run().value(), step().value(), job.generation());
    }

    @Override
    public Fence fence() {
        return crew.lease().fence();
    }

    @Override
    public Instant now() {
        return crew.clock().instant();
    }

    @Override
    public Instant deadline() {
        return job.deadline();
    }

    @Override
    public <C extends AutoCloseable> C open(Connector<C> how, EndpointName where)
            throws Unreachable, InterruptedException {
        return crew.connections().open(how, where);
    }

    @Override
    public void progress(Progress progress) {
        crew.post().show(step(), Unspoken.of(progress));
    }

    @Override
    public void pace(long bytes) throws InterruptedException {
        crew.paces().await(crew.course().sites(step()), bytes);
    }

    @Override
    public Allowance allowance() {
        return crew.paces().allowance(crew.course().sites(step()));
    }

    @Override
    public void checkpoint(Checkpoint reached) throws InterruptedException {
        crew.awaitDurable(ticket -> new Signal.CheckpointReached(step(), reached, ticket));
        checkpoint = Optional.of(reached);
    }

    @Override
    public Optional<Checkpoint> resumedFrom() {
        return checkpoint;
    }

    @Override
    public void keep(String title, Blob content) throws InterruptedException {
        crew.awaitDurable(ticket -> new Signal.Kept(step(), title, Unspoken.of(content), ticket));
    }

    @Override
    public void pause(Duration duration) throws InterruptedException {
        Thread.sleep(duration);
    }

    private StepId step() {
        return job.step();
    }
}
