package gotthard.proof.reference;

import static gotthard.proof.reference.ModelBuilder.ASIA;
import static gotthard.proof.reference.ModelBuilder.EUROPE;
import static gotthard.proof.reference.ModelBuilder.MOSCOW;
import static gotthard.proof.reference.ModelBuilder.SUPERVISOR;
import static gotthard.proof.reference.ModelBuilder.TODAY;
import static gotthard.proof.reference.ModelBuilder.ZURICH_1;
import static gotthard.proof.reference.ModelBuilder.ZURICH_2;

import gotthard.inventory.SiteName;
import gotthard.policy.Use;
import gotthard.proof.Model;
import gotthard.world.Aspect;
import gotthard.world.Cell;
import gotthard.world.CellId;
import gotthard.world.Effect;
import gotthard.world.Effect.Flow;
import gotthard.world.Effect.Pace;
import gotthard.world.Effect.Return;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Small plans that break nothing. Random models are made from them by breaking something.
final class SoundModels {
    private SoundModels() {}

    static Map<String, Model> all() {
        var all = new LinkedHashMap<String, Model>();
        all.put("a standby", standby());
        all.put("a standby that follows", followingStandby());
        all.put("processing", processing(EUROPE).model());
        all.put("processing, one region after the other", oneAfterTheOther());
        all.put("staging", staging());
        all.put("a date", onADate());
        all.put("a database", database());
        all.put("a database in bundles", databaseInBundles());
        all.put("a database with a standby", databaseWithStandby());
        all.put("files", files());
        all.put("files to two sites", filesToTwoSites());
        all.put("two regions in one step", twoRegionsInOneStep());
        all.put("files, a site given up", decommission());
        return all;
    }

    static Model standby() {
        var plan =
                new ModelBuilder()
                        .cell(
                                new Cell(
                                        EUROPE,
                                        true,
                                        List.of(MOSCOW),
                                        List.of(),
                                        List.of(ZURICH_1),
                                        Set.of(Aspect.STORE)));
        int copy = plan.step(Set.of(), new Effect.Copy(EUROPE, MOSCOW, ZURICH_1, true, true));
        plan.step(Set.of(copy), stream(EUROPE, MOSCOW, ZURICH_1, true));
        return plan.model();
    }

    static Model followingStandby() {
        var plan =
                new ModelBuilder()
                        .cell(
                                new Cell(
                                        EUROPE,
                                        false,
                                        List.of(MOSCOW),
                                        List.of(ZURICH_1),
                                        List.of(ZURICH_2),
                                        Set.of(Aspect.STORE)));
        int one = plan.step(Set.of(), new Effect.Copy(EUROPE, MOSCOW, ZURICH_1, true));
        int two = plan.step(Set.of(one), new Effect.Copy(EUROPE, ZURICH_1, ZURICH_2, false));
        plan.step(Set.of(one), follow(EUROPE, MOSCOW, ZURICH_1));
        int onward = plan.step(Set.of(two), follow(EUROPE, ZURICH_1, ZURICH_2));
        plan.step(Set.of(onward), new Effect.Verify(EUROPE, ZURICH_1, ZURICH_2));
        return plan.model();
    }

    static ModelBuilder processing(CellId cell) {
        var plan = new ModelBuilder();
        addProcessing(plan, cell, Set.of());
        return plan;
    }

    /// Copies, processes at the new site, and then no more at the old one. Gives the index of the last step.
    private static int addProcessing(ModelBuilder plan, CellId cell, Set<Integer> needs) {
        plan.cell(
                new Cell(
                        cell,
                        false,
                        List.of(MOSCOW),
                        List.of(ZURICH_1),
                        List.of(),
                        Set.of(Aspect.BASELINE, Aspect.PROCESS)));
        int ready =
                plan.step(
                        needs,
                        new Effect.Deploy(cell, ZURICH_1),
                        new Effect.Copy(cell, MOSCOW, ZURICH_1, true));
        int start = plan.step(Set.of(ready), new Effect.Processing(cell, ZURICH_1));
        return plan.step(Set.of(start), new Effect.StopProcessing(cell, MOSCOW));
    }

    private static Model oneAfterTheOther() {
        var plan = new ModelBuilder();
        int first = addProcessing(plan, ASIA, Set.of());
        addProcessing(plan, EUROPE, Set.of(first));
        return plan.order(ASIA, EUROPE).model();
    }

    static Model staging() {
        var plan =
                new ModelBuilder()
                        .cell(
                                new Cell(
                                        EUROPE,
                                        false,
                                        List.of(MOSCOW),
                                        List.of(ZURICH_1),
                                        List.of(),
                                        Set.of(Aspect.BASELINE)))
                        .allowance(
                                new Bans(
                                        Set.of(
                                                new Bans.Ban(
                                                        EUROPE,
                                                        ZURICH_2,
                                                        Use.STORE,
                                                        TODAY,
                                                        LocalDate.MAX))));
        int stage = plan.step(Set.of(), new Effect.Stage(EUROPE, ZURICH_2));
        int copy = plan.step(Set.of(stage), new Effect.Copy(EUROPE, MOSCOW, ZURICH_1, true));
        plan.step(Set.of(copy), new Effect.Unstage(EUROPE, ZURICH_2));
        return plan.model();
    }

    private static Model onADate() {
        var day = TODAY.plusDays(30);
        var plan =
                processing(EUROPE)
                        .days(TODAY, day)
                        .allowance(
                                new Bans(
                                        Set.of(
                                                new Bans.Ban(
                                                        EUROPE,
                                                        ZURICH_1,
                                                        Use.PROCESS,
                                                        TODAY,
                                                        day))));
        var model = plan.model();
        return Edits.edit(model, 1, step -> Edits.notBefore(step, day));
    }

    static Model database() {
        var plan = new ModelBuilder().cell(database(EUROPE));
        int deploy = plan.step(Set.of(), new Effect.Deploy(EUROPE, ZURICH_1));
        int copy = plan.step(Set.of(), new Effect.Copy(EUROPE, MOSCOW, ZURICH_1, true, true));
        int there = plan.step(Set.of(copy), stream(EUROPE, MOSCOW, ZURICH_1, true));
        int process = plan.step(Set.of(copy, deploy), new Effect.Processing(EUROPE, ZURICH_1));
        int fence = plan.step(Set.of(there, process), new Effect.Fence(EUROPE, MOSCOW));
        int drain = plan.step(Set.of(fence), new Effect.Drain(EUROPE, MOSCOW, ZURICH_1));
        int verify = plan.step(Set.of(drain), new Effect.Verify(EUROPE, MOSCOW, ZURICH_1));
        int back = plan.step(Set.of(verify), stream(EUROPE, ZURICH_1, MOSCOW, false));
        int over = plan.step(Set.of(back), change(EUROPE, Pace.AT_ONCE, ZURICH_1));
        plan.step(Set.of(over), new Effect.StopProcessing(EUROPE, MOSCOW));
        return plan.pause(fence, over).model();
    }

    private static Model databaseInBundles() {
        var plan = new ModelBuilder().cell(database(EUROPE));
        int ready =
                plan.step(
                        Set.of(),
                        new Effect.Deploy(EUROPE, ZURICH_1),
                        new Effect.Copy(EUROPE, MOSCOW, ZURICH_1, true, true),
                        stream(EUROPE, MOSCOW, ZURICH_1, true));
        int over =
                plan.step(
                        Set.of(ready),
                        new Effect.Processing(EUROPE, ZURICH_1),
                        new Effect.Fence(EUROPE, MOSCOW),
                        new Effect.Drain(EUROPE, MOSCOW, ZURICH_1),
                        new Effect.Verify(EUROPE, MOSCOW, ZURICH_1),
                        stream(EUROPE, ZURICH_1, MOSCOW, false),
                        change(EUROPE, Pace.AT_ONCE, ZURICH_1));
        plan.step(Set.of(over), new Effect.StopProcessing(EUROPE, MOSCOW));
        return plan.pause(over, over).model();
    }

    private static Model databaseWithStandby() {
        var plan =
                new ModelBuilder()
                        .cell(
                                new Cell(
                                        EUROPE,
                                        true,
                                        List.of(MOSCOW),
                                        List.of(ZURICH_1),
                                        List.of(ZURICH_2),
                                        Set.of(Aspect.STORE, Aspect.WRITE)));
        int deploy =
                plan.step(
                        Set.of(),
                        new Effect.Deploy(EUROPE, ZURICH_1),
                        new Effect.Copy(EUROPE, MOSCOW, ZURICH_1, true, true),
                        stream(EUROPE, MOSCOW, ZURICH_1, true));
        int standby =
                plan.step(
                        Set.of(deploy),
                        new Effect.Copy(EUROPE, ZURICH_1, ZURICH_2, true, true),
                        new Effect.Replicate(EUROPE, ZURICH_1, ZURICH_2, Flow.STREAM, true, true));
        int fence = plan.step(Set.of(deploy), new Effect.Fence(EUROPE, MOSCOW));
        int whole =
                plan.step(
                        Set.of(fence),
                        new Effect.Drain(EUROPE, MOSCOW, ZURICH_1),
                        new Effect.Verify(EUROPE, MOSCOW, ZURICH_1));
        int back = plan.step(Set.of(whole), stream(EUROPE, ZURICH_1, MOSCOW, false));
        int over = plan.step(Set.of(back, standby), change(EUROPE, Pace.AT_ONCE, ZURICH_1));
        return plan.pause(fence, over).model();
    }

    private static Model filesToTwoSites() {
        var plan =
                new ModelBuilder()
                        .cell(
                                new Cell(
                                        EUROPE,
                                        false,
                                        List.of(MOSCOW),
                                        List.of(ZURICH_1, ZURICH_2),
                                        List.of(),
                                        Set.of(Aspect.STORE, Aspect.WRITE)));
        int one = addFilesAt(plan, ZURICH_1);
        int two = addFilesAt(plan, ZURICH_2);
        int over =
                plan.step(
                        Set.of(one, two),
                        new Effect.Switch(
                                EUROPE,
                                MOSCOW,
                                List.of(ZURICH_1, ZURICH_2),
                                Pace.GRADUALLY,
                                Return.DRAINS));
        int fence = plan.step(Set.of(over), new Effect.Fence(EUROPE, MOSCOW));
        plan.step(Set.of(fence), new Effect.Drain(EUROPE, MOSCOW, ZURICH_1));
        plan.step(Set.of(fence), new Effect.Drain(EUROPE, MOSCOW, ZURICH_2));
        return plan.model();
    }

    private static int addFilesAt(ModelBuilder plan, SiteName site) {
        return plan.step(
                Set.of(),
                new Effect.Deploy(EUROPE, site),
                new Effect.Copy(EUROPE, MOSCOW, site, true),
                follow(EUROPE, MOSCOW, site),
                follow(EUROPE, site, MOSCOW));
    }

    private static Model twoRegionsInOneStep() {
        var plan = new ModelBuilder().cell(copied(EUROPE)).cell(copied(ASIA));
        int ready =
                plan.step(
                        Set.of(),
                        new Effect.Deploy(EUROPE, ZURICH_1),
                        new Effect.Deploy(ASIA, ZURICH_1));
        int copies =
                plan.step(
                        Set.of(ready),
                        new Effect.Copy(EUROPE, MOSCOW, ZURICH_1, true),
                        new Effect.Copy(ASIA, MOSCOW, ZURICH_1, true));
        plan.step(
                Set.of(copies),
                new Effect.Processing(EUROPE, ZURICH_1),
                new Effect.Processing(ASIA, ZURICH_1));
        return plan.model();
    }

    private static Cell copied(CellId id) {
        return new Cell(
                id, true, List.of(MOSCOW), List.of(ZURICH_1), List.of(), Set.of(Aspect.BASELINE));
    }

    private static Cell database(CellId id) {
        return new Cell(
                id,
                true,
                List.of(MOSCOW),
                List.of(ZURICH_1),
                List.of(),
                Set.of(Aspect.STORE, Aspect.WRITE, Aspect.PROCESS));
    }

    static Model files() {
        var plan = new ModelBuilder().cell(fileStore());
        addFiles(plan);
        return plan.model();
    }

    private static Cell fileStore() {
        return new Cell(
                EUROPE,
                false,
                List.of(MOSCOW),
                List.of(ZURICH_1),
                List.of(),
                Set.of(Aspect.STORE, Aspect.WRITE, Aspect.PROCESS));
    }

    /// Gives the index of the step after which nobody uses the old site.
    private static int addFiles(ModelBuilder plan) {
        int ready =
                plan.step(
                        Set.of(),
                        new Effect.Deploy(EUROPE, ZURICH_1),
                        new Effect.Copy(EUROPE, MOSCOW, ZURICH_1, true),
                        follow(EUROPE, MOSCOW, ZURICH_1),
                        follow(EUROPE, ZURICH_1, MOSCOW));
        int start = plan.step(Set.of(ready), new Effect.Processing(EUROPE, ZURICH_1));
        int over = plan.step(Set.of(start), change(EUROPE, Pace.GRADUALLY, ZURICH_1));
        int fence = plan.step(Set.of(over), new Effect.Fence(EUROPE, MOSCOW));
        return plan.step(
                Set.of(fence),
                new Effect.Drain(EUROPE, MOSCOW, ZURICH_1),
                new Effect.StopProcessing(EUROPE, MOSCOW));
    }

    static Model decommission() {
        var plan = new ModelBuilder().cell(fileStore()).signers(SUPERVISOR);
        int unused = addFiles(plan);
        int verify = plan.step(Set.of(unused), new Effect.Verify(EUROPE, MOSCOW, ZURICH_1));
        int alone =
                plan.step(
                        Set.of(verify),
                        new Effect.StopReplication(EUROPE, ZURICH_1, MOSCOW, true),
                        new Effect.StopReplication(EUROPE, MOSCOW, ZURICH_1, true),
                        new Effect.Verify(EUROPE, MOSCOW, ZURICH_1));
        int approval = plan.approval(Set.of(alone), SUPERVISOR);
        plan.step(Set.of(approval), new Effect.Delete(EUROPE, MOSCOW));
        return plan.model();
    }

    private static Effect stream(CellId cell, SiteName from, SiteName to, boolean fromSlot) {
        return new Effect.Replicate(cell, from, to, Flow.STREAM, false, fromSlot);
    }

    private static Effect follow(CellId cell, SiteName from, SiteName to) {
        return new Effect.Replicate(cell, from, to, Flow.FOLLOW, false, false);
    }

    private static Effect change(CellId cell, Pace pace, SiteName to) {
        return new Effect.Switch(cell, MOSCOW, List.of(to), pace, Return.DRAINS);
    }
}
