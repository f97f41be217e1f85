package gotthard.proof;

import static gotthard.proof.Sketch.FIRST;
import static gotthard.proof.Sketch.MOSCOW;
import static gotthard.proof.Sketch.SECOND;
import static gotthard.world.Effect.Flow.STREAM;
import static gotthard.world.Effect.Pace.AT_ONCE;
import static gotthard.world.Effect.Pace.GRADUALLY;
import static gotthard.world.Effect.Return.DRAINS;
import static gotthard.world.Effect.Return.ROUTES;

import gotthard.inventory.SiteName;
import gotthard.policy.Use;
import gotthard.world.Aspect;
import gotthard.world.Cell;
import gotthard.world.CellId;
import gotthard.world.Effect;

import java.util.List;
import java.util.Set;

/// Plans with one mistake each, as people make them.
final class Mistakes {
    static final SiteName BERLIN = new SiteName("berlin");

    private Mistakes() {}

    private static Effect stream(CellId cell, SiteName from, SiteName at, boolean fromSlot) {
        return new Effect.Replicate(cell, from, at, STREAM, false, fromSlot);
    }

    /// A database to one site in a row of steps of which some are left out or swapped.
    private static Sketch database(String... order) {
        var sketch = new Sketch();
        CellId cell = sketch.database("europe", FIRST);
        String before = "";
        for (String name : order) {
            boolean isFree = name.endsWith("*");
            String step = isFree ? name.substring(0, name.length() - 1) : name;
            sketch.step(step, isFree ? "" : before, effect(step, cell));
            before = isFree ? before + " " + step : step;
            before = before.strip();
        }
        return sketch;
    }

    private static Effect effect(String step, CellId cell) {
        return switch (step) {
            case "deploy" -> new Effect.Deploy(cell, FIRST);
            case "copy" -> new Effect.Copy(cell, MOSCOW, FIRST, true, true);
            case "plain-copy", "copy-again" -> SoundPlans.copy(cell, FIRST);
            case "stream" -> stream(cell, MOSCOW, FIRST, true);
            case "stream-late" -> stream(cell, MOSCOW, FIRST, false);
            case "fence" -> new Effect.Fence(cell, MOSCOW);
            case "drain" -> new Effect.Drain(cell, MOSCOW, FIRST);
            case "verify" -> new Effect.Verify(cell, MOSCOW, FIRST);
            case "end" -> new Effect.StopReplication(cell, MOSCOW, FIRST, true);
            case "end-back" -> new Effect.StopReplication(cell, FIRST, MOSCOW, false);
            case "back" -> stream(cell, FIRST, MOSCOW, false);
            case "switch" -> SoundPlans.move(cell, FIRST);
            case "switch-gradually" ->
                    new Effect.Switch(cell, MOSCOW, List.of(FIRST), GRADUALLY, DRAINS);
            case "switch-routes" ->
                    new Effect.Switch(cell, MOSCOW, List.of(FIRST), AT_ONCE, ROUTES);
            case "process" -> new Effect.Processing(cell, FIRST);
            case "stop" -> new Effect.StopProcessing(cell, MOSCOW);
            case "delete" -> new Effect.Delete(cell, MOSCOW);
            default -> throw new IllegalArgumentException(step);
        };
    }

    static Model rightDatabase() {
        return database(
                        "deploy", "copy", "stream", "fence", "drain", "verify", "end", "back",
                        "switch", "process", "stop")
                .pause("fence", "switch")
                .model();
    }

    static Model switchBeforeDrain() {
        return database(
                        "deploy", "copy", "stream", "fence", "back", "switch", "drain", "verify",
                        "end", "process", "stop")
                .pause("fence", "switch")
                .model();
    }

    static Model drainBeforeFence() {
        return database(
                        "deploy", "copy", "stream", "drain", "fence", "back", "switch", "process",
                        "stop", "end")
                .pause("fence", "switch")
                .model();
    }

    static Model noWayBackForWrites() {
        return database(
                        "deploy", "copy", "stream", "fence", "drain", "verify", "end", "switch",
                        "process", "stop")
                .pause("fence", "switch")
                .model();
    }

    static Model switchedGradually() {
        return database(
                        "deploy",
                        "copy",
                        "stream",
                        "drain",
                        "verify",
                        "back",
                        "switch-gradually",
                        "fence",
                        "end",
                        "process",
                        "stop")
                .pause("switch-gradually", "fence")
                .model();
    }

    static Model slotAfterTheCopy() {
        return database(
                        "deploy",
                        "plain-copy",
                        "stream-late",
                        "fence",
                        "drain",
                        "end",
                        "back",
                        "switch",
                        "process",
                        "stop")
                .pause("fence", "switch")
                .model();
    }

    static Model slotAfterTheCopyVerified() {
        return database(
                        "deploy",
                        "plain-copy",
                        "stream-late",
                        "fence",
                        "drain",
                        "verify",
                        "end",
                        "back",
                        "switch",
                        "process",
                        "stop")
                .pause("fence", "switch")
                .model();
    }

    static Model stopWithoutResync() {
        return database(
                        "deploy",
                        "copy",
                        "stream",
                        "fence",
                        "drain",
                        "verify",
                        "end",
                        "back",
                        "switch",
                        "process",
                        "stop",
                        "end-back")
                .pause("fence", "switch")
                .model();
    }

    static Model noPause() {
        return database(
                        "deploy", "copy", "stream", "fence", "drain", "verify", "end", "back",
                        "switch", "process", "stop")
                .model();
    }

    static Model undoOnlyRoutesBack() {
        return database(
                        "deploy",
                        "copy",
                        "stream",
                        "fence",
                        "drain",
                        "verify",
                        "end",
                        "back",
                        "switch-routes",
                        "process",
                        "stop")
                .pause("fence", "switch-routes")
                .model();
    }

    static Model copiedAgainDuringTheSwitch() {
        return database(
                        "deploy",
                        "copy",
                        "stream",
                        "fence",
                        "drain",
                        "verify",
                        "end",
                        "back",
                        "switch",
                        "copy-again",
                        "process",
                        "stop")
                .pause("fence", "switch")
                .model();
    }

    static Model approvalInsideThePause() {
        var sketch = new Sketch();
        CellId cell = sketch.database("europe", FIRST);
        sketch.step("deploy", "", effect("deploy", cell))
                .step("copy", "deploy", effect("copy", cell))
                .step("stream", "copy", effect("stream", cell))
                .step("fence", "stream", effect("fence", cell))
                .step("drain", "fence", effect("drain", cell))
                .step("verify", "drain", effect("verify", cell))
                .approval("approve", "verify", "supervisor")
                .step("back", "approve", effect("back", cell))
                .step("switch", "back", effect("switch", cell))
                .step("process", "switch", effect("process", cell))
                .step("stop", "process", effect("stop", cell))
                .pause("fence", "switch");
        return sketch.model();
    }

    static Model freezeInsideThePause() {
        var sketch = new Sketch();
        CellId cell = sketch.database("europe", FIRST);
        sketch.step("deploy", "", effect("deploy", cell))
                .step("copy", "deploy", effect("copy", cell))
                .step("stream", "copy", effect("stream", cell))
                .step("fence", "stream", effect("fence", cell))
                .freezing("drain", "fence", effect("drain", cell))
                .step("verify", "drain", effect("verify", cell))
                .step("back", "verify", effect("back", cell))
                .step("switch", "back", effect("switch", cell))
                .step("process", "switch", effect("process", cell))
                .step("stop", "process", effect("stop", cell))
                .pause("fence", "switch");
        return sketch.model();
    }

    static Model twoTargetsOfADatabase() {
        var sketch = new Sketch();
        var id = Sketch.cell("europe", "database");
        sketch.add(
                new Cell(
                        id,
                        true,
                        List.of(MOSCOW),
                        List.of(FIRST, SECOND),
                        List.of(),
                        Set.of(Aspect.values())));
        sketch.step("deploy", "", new Effect.Deploy(id, FIRST), new Effect.Deploy(id, SECOND))
                .step("fence", "deploy", new Effect.Fence(id, MOSCOW))
                .step("copy", "fence", SoundPlans.copy(id, FIRST), SoundPlans.copy(id, SECOND))
                .step("switch", "copy", SoundPlans.move(id, FIRST, SECOND))
                .pause("fence", "switch");
        return sketch.model();
    }

    static Model copiedOnce() {
        var sketch = new Sketch();
        CellId cell = sketch.files("europe", FIRST);
        sketch.step("deploy", "", new Effect.Deploy(cell, FIRST))
                .step("copy", "deploy", SoundPlans.copy(cell, FIRST))
                .step("process", "copy", new Effect.Processing(cell, FIRST))
                .step("back", "process", SoundPlans.follow(cell, FIRST, MOSCOW))
                .step("switch", "back", SoundPlans.shift(cell, FIRST))
                .step("stop", "switch", new Effect.StopProcessing(cell, MOSCOW));
        return sketch.model();
    }

    static Model noWayBackForFiles() {
        var sketch = new Sketch();
        CellId cell = sketch.files("europe", FIRST);
        sketch.step("deploy", "", new Effect.Deploy(cell, FIRST))
                .step("copy", "deploy", SoundPlans.copy(cell, FIRST))
                .step("follow", "copy", SoundPlans.follow(cell, MOSCOW, FIRST))
                .step("process", "follow", new Effect.Processing(cell, FIRST))
                .step("switch", "process", SoundPlans.shift(cell, FIRST))
                .step("stop", "switch", new Effect.StopProcessing(cell, MOSCOW));
        return sketch.model();
    }

    /// Moscow's files are deleted after the move; with what is changed.
    private static Sketch decommission(boolean full, String... order) {
        var sketch = new Sketch();
        CellId cell = sketch.files("europe", FIRST);
        String before = "";
        for (String name : order) {
            sketch.step(name, before, decommissioning(name, cell, full));
            before = name;
        }
        return sketch;
    }

    private static Effect decommissioning(String step, CellId cell, boolean full) {
        return switch (step) {
            case "copy" -> new Effect.Copy(cell, MOSCOW, FIRST, full);
            case "follow" -> SoundPlans.follow(cell, MOSCOW, FIRST);
            case "back" -> SoundPlans.follow(cell, FIRST, MOSCOW);
            case "end-back" -> new Effect.StopReplication(cell, FIRST, MOSCOW, true);
            case "switch" -> SoundPlans.shift(cell, FIRST);
            default -> effect(step, cell);
        };
    }

    static Model rightDecommissioning() {
        return decommission(
                        true,
                        "deploy",
                        "copy",
                        "follow",
                        "process",
                        "back",
                        "switch",
                        "stop",
                        "fence",
                        "drain",
                        "verify",
                        "end",
                        "end-back",
                        "delete")
                .model();
    }

    static Model deletedWhileItReplicates() {
        return decommission(
                        true,
                        "deploy",
                        "copy",
                        "follow",
                        "process",
                        "back",
                        "switch",
                        "stop",
                        "fence",
                        "drain",
                        "verify",
                        "end-back",
                        "delete",
                        "end")
                .model();
    }

    static Model deletedUnverified() {
        return decommission(
                        true,
                        "deploy",
                        "copy",
                        "follow",
                        "process",
                        "back",
                        "switch",
                        "stop",
                        "fence",
                        "drain",
                        "end",
                        "end-back",
                        "delete",
                        "verify")
                .model();
    }

    static Model verifiedByCount() {
        return decommission(
                        false,
                        "deploy",
                        "copy",
                        "follow",
                        "process",
                        "back",
                        "switch",
                        "stop",
                        "fence",
                        "drain",
                        "verify",
                        "end",
                        "end-back",
                        "delete")
                .model();
    }

    static Model verifiedBeforeTheLastWrite() {
        return decommission(
                        true,
                        "deploy",
                        "copy",
                        "follow",
                        "verify",
                        "process",
                        "back",
                        "switch",
                        "stop",
                        "fence",
                        "drain",
                        "end",
                        "end-back",
                        "delete")
                .model();
    }

    static Model deletedWhileOpen() {
        return decommission(
                        true,
                        "deploy",
                        "copy",
                        "follow",
                        "process",
                        "back",
                        "switch",
                        "stop",
                        "drain",
                        "verify",
                        "end",
                        "end-back",
                        "delete")
                .model();
    }

    static Model deletedWhileItComesBack() {
        return decommission(
                        true,
                        "deploy",
                        "copy",
                        "follow",
                        "process",
                        "back",
                        "switch",
                        "stop",
                        "fence",
                        "drain",
                        "verify",
                        "end",
                        "delete",
                        "end-back")
                .model();
    }

    static Model stagedWhereItMayNot() {
        var sketch = new Sketch();
        CellId cell = sketch.files("europe", FIRST);
        sketch.step("stage", "", new Effect.Stage(cell, BERLIN))
                .step("copy", "stage", SoundPlans.copy(cell, FIRST))
                .step("unstage", "copy", new Effect.Unstage(cell, BERLIN))
                .allowance((_, at, use, _) -> use != Use.STAGE || !at.equals(BERLIN));
        return sketch.model();
    }

    static Model russiaSweptIn() {
        var sketch = new Sketch();
        CellId russia = sketch.files("russia", FIRST);
        sketch.step("deploy", "", new Effect.Deploy(russia, FIRST))
                .step("copy", "deploy", SoundPlans.copy(russia, FIRST))
                .allowance((cell, at, _, _) -> !cell.equals(russia) || at.equals(MOSCOW));
        return sketch.model();
    }

    static Model beforeTheDate() {
        var sketch = new Sketch();
        CellId cell = sketch.files("europe", FIRST);
        var later = Sketch.TODAY.plusDays(30);
        sketch.step("deploy", "", new Effect.Deploy(cell, FIRST))
                .step("copy", "deploy", SoundPlans.copy(cell, FIRST))
                .days(Sketch.TODAY, later)
                .allowance((_, at, _, day) -> at.equals(MOSCOW) || !day.isBefore(later));
        return sketch.model();
    }

    static Model moscowStopsFirst() {
        var sketch = new Sketch();
        CellId cell = sketch.files("europe", FIRST);
        sketch.step("deploy", "", new Effect.Deploy(cell, FIRST))
                .step("copy", "deploy", SoundPlans.copy(cell, FIRST))
                .step("stop", "copy", new Effect.StopProcessing(cell, MOSCOW))
                .step("process", "stop", new Effect.Processing(cell, FIRST));
        return sketch.model();
    }

    static Model deploymentNotAwaited() {
        var sketch = new Sketch();
        CellId cell = sketch.files("europe", FIRST, SECOND);
        sketch.step("deploy-1", "", new Effect.Deploy(cell, FIRST))
                .step("deploy-2", "", new Effect.Deploy(cell, SECOND))
                .step(
                        "copy",
                        "deploy-1",
                        SoundPlans.copy(cell, FIRST),
                        SoundPlans.copy(cell, SECOND))
                .step("back", "copy", SoundPlans.follow(cell, FIRST, MOSCOW))
                .step("back-2", "back", SoundPlans.follow(cell, SECOND, MOSCOW))
                .step("switch", "back-2", SoundPlans.shift(cell, FIRST, SECOND));
        return sketch.model();
    }

    static Model backNotAwaited() {
        var sketch = new Sketch();
        CellId cell = sketch.database("europe", FIRST);
        sketch.step("deploy", "", effect("deploy", cell))
                .step("copy", "deploy", effect("copy", cell))
                .step("stream", "copy", effect("stream", cell))
                .step("fence", "stream", effect("fence", cell))
                .step("drain", "fence", effect("drain", cell))
                .step("verify", "drain", effect("verify", cell))
                .step("end", "verify", effect("end", cell))
                .step("back", "end", effect("back", cell))
                .step("switch", "end", effect("switch", cell))
                .step("process", "switch back", effect("process", cell))
                .step("stop", "process", effect("stop", cell))
                .pause("fence", "switch");
        return sketch.model();
    }

    static Model assemblyBeforeTheLastRegion() {
        var sketch = new Sketch();
        CellId files = sketch.files("europe", FIRST);
        CellId assembly = sketch.files("assembly", FIRST);
        for (CellId cell : List.of(files, assembly)) {
            String r = cell.region() + ".";
            sketch.step(r + "deploy", "", new Effect.Deploy(cell, FIRST))
                    .step(r + "copy", r + "deploy", SoundPlans.copy(cell, FIRST))
                    .step(r + "process", r + "copy", new Effect.Processing(cell, FIRST))
                    .step(r + "stop", r + "process", new Effect.StopProcessing(cell, MOSCOW));
        }
        return sketch.order(files, assembly).model();
    }

    /// Each target keeps what was written there, and Moscow, which has all of it, gives it up.
    static Model targetsUnmerged() {
        var sketch = new Sketch();
        CellId cell = SoundPlans.files(sketch, "europe", "");
        String r = "europe.";
        sketch.step(
                        r + "end-1",
                        r + "accepted",
                        new Effect.StopReplication(cell, MOSCOW, FIRST, true))
                .step(
                        r + "end-2",
                        r + "end-1",
                        new Effect.StopReplication(cell, MOSCOW, SECOND, true));
        return sketch.model();
    }

    static Model standbyNotAwaited() {
        var sketch = new Sketch();
        CellId cell = sketch.database("europe", FIRST, SECOND);
        sketch.step("deploy", "", effect("deploy", cell))
                .step("copy", "deploy", effect("copy", cell))
                .step("stream", "copy", effect("stream", cell))
                .step("fence", "stream", effect("fence", cell))
                .step("drain", "fence", effect("drain", cell))
                .step("verify", "drain", effect("verify", cell))
                .step("back", "verify", effect("back", cell))
                .step("switch", "back", effect("switch", cell))
                .step("copy-2", "verify", new Effect.Copy(cell, FIRST, SECOND, true))
                .step("stream-2", "copy-2", stream(cell, FIRST, SECOND, false))
                .step("process", "switch", effect("process", cell))
                .step("stop", "process", effect("stop", cell))
                .pause("fence", "switch");
        return sketch.model();
    }

    static Model deletedUnsigned() {
        var sketch = new Sketch();
        CellId cell = sketch.files("europe", FIRST);
        sketch.step("copy", "", SoundPlans.copy(cell, FIRST))
                .approval("accepted", "copy", "region-lead")
                .step("delete", "accepted", new Effect.Delete(cell, MOSCOW))
                .signers("supervisor");
        return sketch.model();
    }
}
