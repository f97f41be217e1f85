package gotthard.proof;

import static gotthard.proof.Sketch.FIRST;
import static gotthard.proof.Sketch.MOSCOW;
import static gotthard.proof.Sketch.SECOND;
import static gotthard.world.Effect.Flow.FOLLOW;
import static gotthard.world.Effect.Flow.STREAM;
import static gotthard.world.Effect.Pace.AT_ONCE;
import static gotthard.world.Effect.Pace.GRADUALLY;
import static gotthard.world.Effect.Return.DRAINS;

import gotthard.inventory.SiteName;
import gotthard.world.CellId;
import gotthard.world.Effect;

import java.util.List;

/// Plans as they should be, to be proven, and to be spoiled in one thing.
public final class SoundPlans {
    private SoundPlans() {}

    public static Effect copy(CellId cell, SiteName at) {
        return new Effect.Copy(cell, MOSCOW, at, true);
    }

    public static Effect follow(CellId cell, SiteName from, SiteName at) {
        return new Effect.Replicate(cell, from, at, FOLLOW, false, false);
    }

    /// Some of the traffic first.
    public static Effect shift(CellId cell, SiteName... to) {
        return new Effect.Switch(cell, MOSCOW, List.of(to), GRADUALLY, DRAINS);
    }

    public static Effect move(CellId cell, SiteName... to) {
        return new Effect.Switch(cell, MOSCOW, List.of(to), AT_ONCE, DRAINS);
    }

    /// Files of one region to both sites.
    public static Model files() {
        var sketch = new Sketch();
        files(sketch, "europe", "");
        return sketch.model();
    }

    /// Adds the steps that bring a region's files to both sites, after a step that is given, if one is.
    public static CellId files(Sketch sketch, String region, String after) {
        String r = region + ".";
        CellId cell = sketch.files(region, FIRST, SECOND);
        sketch.step(r + "deploy-1", after, new Effect.Deploy(cell, FIRST))
                .step(r + "deploy-2", after, new Effect.Deploy(cell, SECOND))
                .step(r + "copy-1", after, copy(cell, FIRST))
                .step(r + "copy-2", after, copy(cell, SECOND))
                .step(r + "follow-1", r + "copy-1", follow(cell, MOSCOW, FIRST))
                .step(r + "follow-2", r + "copy-2", follow(cell, MOSCOW, SECOND))
                .step(
                        r + "process-1",
                        r + "deploy-1 " + r + "copy-1",
                        new Effect.Processing(cell, FIRST))
                .step(
                        r + "process-2",
                        r + "deploy-2 " + r + "copy-2",
                        new Effect.Processing(cell, SECOND))
                .step(r + "back-1", r + "follow-1", follow(cell, FIRST, MOSCOW))
                .step(r + "back-2", r + "follow-2", follow(cell, SECOND, MOSCOW))
                .step(
                        r + "switch",
                        String.join(
                                " ", r + "process-1", r + "process-2", r + "back-1", r + "back-2"),
                        shift(cell, FIRST, SECOND))
                .step(r + "stop", r + "switch", new Effect.StopProcessing(cell, MOSCOW))
                .approval(r + "accepted", r + "stop", "region-lead");
        return cell;
    }

    /// A database with a standby behind the first site.
    public static Model database() {
        var sketch = new Sketch();
        database(sketch, "europe");
        return sketch.model();
    }

    public static CellId database(Sketch sketch, String region) {
        String r = region + ".";
        CellId cell = sketch.database(region, FIRST, SECOND);
        sketch.step(r + "deploy-1", "", new Effect.Deploy(cell, FIRST))
                .step(r + "copy-1", "", new Effect.Copy(cell, MOSCOW, FIRST, true, true))
                .step(
                        r + "stream-1",
                        r + "copy-1",
                        new Effect.Replicate(cell, MOSCOW, FIRST, STREAM, false, true))
                .step(
                        r + "copy-2",
                        r + "stream-1",
                        new Effect.Copy(cell, FIRST, SECOND, true, true))
                .step(
                        r + "stream-2",
                        r + "copy-2",
                        new Effect.Replicate(cell, FIRST, SECOND, STREAM, true, true))
                .approval(r + "go", r + "deploy-1 " + r + "stream-2", "supervisor")
                .step(r + "fence", r + "go", new Effect.Fence(cell, MOSCOW))
                .step(r + "drain", r + "fence", new Effect.Drain(cell, MOSCOW, FIRST))
                .step(r + "verify", r + "drain", new Effect.Verify(cell, MOSCOW, FIRST))
                .step(
                        r + "end",
                        r + "verify",
                        new Effect.StopReplication(cell, MOSCOW, FIRST, true))
                .step(
                        r + "back",
                        r + "end",
                        new Effect.Replicate(cell, FIRST, MOSCOW, STREAM, false, false))
                .step(r + "switch", r + "back", move(cell, FIRST))
                .step(r + "process", r + "switch", new Effect.Processing(cell, FIRST))
                .step(r + "stop", r + "process", new Effect.StopProcessing(cell, MOSCOW))
                .pause(r + "fence", r + "switch");
        return cell;
    }
}
