package gotthard.run;

import gotthard.graph.Step;
import gotthard.graph.StepId;
import gotthard.journal.Ending;
import gotthard.journal.Event;
import gotthard.journal.RunState;
import gotthard.journal.StepRecord;
import gotthard.proof.Outlook;

import org.pcollections.PMap;
import org.pcollections.PSet;
import org.pcollections.TreePSet;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A turn in the making: collects events and orders, and keeps the state in step with them.
final class Draft {
    private final Rules.Ground ground;
    private final Ledger ledger;
    private final Instant now;
    private final RunState atStart;
    private final List<Order> orders = new ArrayList<>();
    private Way way;
    private PMap<StepId, Flight> flights;
    private Slots slots;
    private PMap<StepId, Trail> trails;
    private PMap<StepId, Integer> awaits;
    private Agenda agenda;
    private TreePSet<Alarm> alarms;
    private PSet<StepId> gates;
    private PSet<StepId> unsettled;
    private Optional<StopLevel> stop;
    private boolean frozen;
    private Optional<StepId> part;
    private Optional<Instant> idleSince;
    private Optional<Ending> ending = Optional.empty();
    private Optional<Instant> wake = Optional.empty();

    Draft(Rules.Ground ground, State state, Instant now) {
        this.ground = ground;
        ledger = new Ledger(ground.guard(), state, now);
        this.now = now;
        atStart = state.atStart();
        way = state.way();
        flights = state.flights();
        slots = state.slots();
        trails = state.trails();
        awaits = state.awaits();
        agenda = state.agenda();
        alarms = state.alarms();
        gates = state.gates();
        unsettled = state.unsettled();
        stop = state.stop();
        frozen = state.frozen();
        part = state.part();
        idleSince = state.idleSince();
    }

    State state() {
        RunState run = ledger.run();
        Outlook outlook = ledger.outlook();
        return new State(
                run, outlook, atStart, way, flights, slots, trails, awaits, agenda, alarms, gates,
                unsettled, stop, frozen, part, idleSince);
    }

    Turn turn() {
        return new Turn(ledger.events(), orders, ending, wake, state());
    }

    Course course() {
        return ground.course();
    }

    Instant now() {
        return now;
    }

    RunState run() {
        return ledger.run();
    }

    Ledger ledger() {
        return ledger;
    }

    StepRecord step(StepId id) {
        return run().step(id);
    }

    /// Writes an event, and takes it into account at once.
    void record(Event event) {
        ledger.record(event);
    }

    /// Starts a job in slots that must be free.
    void launch(Order.Job job) {
        orders.add(job);
        flights = flights.plus(job.step(), new Flight(job, job.deadline(), false));
        slots = slots.take(course().sites(job.step()));
    }

    /// Takes a job out of the air and frees its slots, if it is the step's.
    Optional<Flight> land(StepId id) {
        Flight flight = flights.get(id);
        if (flight == null) {
            return Optional.empty();
        }
        flights = flights.minus(id);
        slots = slots.give(course().sites(id));
        return Optional.of(flight);
    }

    void fly(StepId id, Flight flight) {
        flights = flights.plus(id, flight);
    }

    void order(Order order) {
        orders.add(order);
    }

    PMap<StepId, Flight> flights() {
        return flights;
    }

    Instant deadline(StepId id) {
        return now.plus(course().step(id).deadline());
    }

    void enlist(StepId id) {
        agenda = agenda.plus(course().sites(id), course().place(id));
    }

    Optional<StepId> nextInLine() {
        OptionalInt place =
                slots.areFree() ? agenda.next(slots.sparing(rest().spared())) : OptionalInt.empty();
        if (place.isEmpty()) {
            return Optional.empty();
        }
        StepId id = course().at(place.getAsInt());
        agenda = agenda.minus(course().sites(id), place.getAsInt());
        return Optional.of(id);
    }

    void enlistAfter(StepId id, Duration pause) {
        alarms = alarms.plus(new Alarm(now.plus(pause), course().place(id)));
    }

    void ringAlarms() {
        while (!alarms.isEmpty() && !alarms.first().at().isAfter(now)) {
            enlist(course().at(alarms.first().index()));
            alarms = alarms.minusFirst();
        }
    }

    Optional<Instant> nextAlarm() {
        return alarms.isEmpty() ? Optional.empty() : Optional.of(alarms.first().at());
    }

    void forgetWhatWaits() {
        agenda = Agenda.EMPTY;
        alarms = TreePSet.empty();
        gates = gates.minusAll(gates);
        awaits = awaits.minusAll(awaits.keySet());
        frozen = false;
    }

    Trail trail(StepId id) {
        return trails.getOrDefault(id, Trail.NONE);
    }

    void note(StepId id, Trail trail) {
        trails = trails.plus(id, trail);
    }

    int awaits(StepId id) {
        return awaits.getOrDefault(id, 0);
    }

    void awaits(StepId id, int count) {
        awaits = count == 0 ? awaits.minus(id) : awaits.plus(id, count);
    }

    Attempts attempts() {
        return new Attempts(atStart, run(), trails);
    }

    boolean isSelected(Step step) {
        return run().opening().selection().has(step.id());
    }

    Backoff backoff() {
        return new Backoff(run().opening().seed());
    }

    PSet<StepId> gates() {
        return gates;
    }

    void openGate(StepId id) {
        gates = gates.plus(id);
    }

    void closeGate(StepId id) {
        gates = gates.minus(id);
    }

    PSet<StepId> unsettled() {
        return unsettled;
    }

    void unsettled(StepId id) {
        unsettled = unsettled.plus(id);
    }

    void settled(StepId id) {
        unsettled = unsettled.minus(id);
    }

    Way way() {
        return way;
    }

    void turn(Way towards) {
        way = towards;
    }

    Optional<StopLevel> stop() {
        return stop;
    }

    void stop(StopLevel level) {
        stop = stop.filter(known -> known.compareTo(level) > 0).or(() -> Optional.of(level));
    }

    boolean isInterrupted() {
        return stop.filter(level -> level.compareTo(StopLevel.INTERRUPT) >= 0).isPresent();
    }

    boolean isFrozen() {
        return frozen;
    }

    void freeze() {
        frozen = true;
    }

    void thaw() {
        frozen = false;
    }

    boolean mayStart() {
        return !frozen && rest().mayStart();
    }

    Rest rest() {
        return new Rest(run(), way, stop);
    }

    boolean areFree(StepId id) {
        return slots.areFree(course().sites(id));
    }

    Optional<StepId> part() {
        return part;
    }

    void part(Optional<StepId> target) {
        part = target;
    }

    Optional<Instant> idleSince() {
        return idleSince;
    }

    void idle(Optional<Instant> since) {
        idleSince = since;
    }

    void end(Ending how) {
        record(new Event.RunEnded(how));
        ending = Optional.of(how);
    }

    /// Ends this process's part; the journal says how already.
    void finish(Ending how) {
        ending = Optional.of(how);
    }

    void wakeAt(Instant at) {
        wake = wake.filter(known -> known.isBefore(at)).or(() -> Optional.of(at));
    }
}
