package gotthard.bench;

import gotthard.inventory.Inventory;
import gotthard.inventory.SiteName;
import gotthard.policy.PolicyDocument;
import gotthard.proof.Clause;
import gotthard.proof.Limits;
import gotthard.proof.Model;
import gotthard.proof.Proof;
import gotthard.proof.Prover;
import gotthard.proof.Sketch;
import gotthard.proof.SoundPlans;
import gotthard.shape.Names;
import gotthard.world.CellId;
import gotthard.world.Effect;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// How long proofs take of whole programmes, of six regions at once, and of one cell that is too wide to be cut, with and without a rule of
/// the policy about it. The counters are of all proofs of an iteration.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ProofBenchmark {
    private static final int OF_FILES = 13;

    private static final String POLICY =
            """
            apiVersion: gotthard/v1
            kind: Policy
            metadata: {name: bench}
            spec:
              rules:
                - name: processed-where-stored
                  title: Files are processed only where all of them are stored
                  cells: {files: {data: [files]}}
                  that: files.processes.all(site, files.processes[site] == none || files.stores[site] == full)
            """;

    /// About a thousand steps over 77 cells, ten thousand over 770, six regions, copies to four sites in no order, and these with a rule.
    @Param({"1000 steps", "10000 steps", "6 regions", "wide cell", "wide cell with a rule"})
    public String plan;

    private Model model;

    /// States that were told apart, and transitions that were followed.
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Counted {
        public long states;
        public long transitions;
    }

    @Setup
    public void build() {
        model =
                switch (plan) {
                    case "1000 steps" -> regions(1000 / OF_FILES + 1);
                    case "10000 steps" -> regions(10_000 / OF_FILES + 1);
                    case "6 regions" -> regions(6);
                    case "wide cell" -> wide();
                    default -> ruled(wide());
                };
    }

    private static Model regions(int count) {
        var sketch = new Sketch();
        for (int region = 0; region < count; region++) {
            SoundPlans.files(sketch, "region-" + region, "");
        }
        return sketch.model();
    }

    private static Model wide() {
        var sketch = new Sketch();
        SiteName[] sites = new SiteName[4];
        for (int site = 0; site < sites.length; site++) {
            sites[site] = new SiteName("zurich-" + (site + 1));
        }
        CellId cell = sketch.files("europe", sites);
        for (SiteName site : sites) {
            sketch.step("copy-" + site, "", SoundPlans.copy(cell, site))
                    .step(
                            "follow-" + site,
                            "copy-" + site,
                            SoundPlans.follow(cell, Sketch.MOSCOW, site))
                    .step("deploy-" + site, "", new Effect.Deploy(cell, site))
                    .step(
                            "process-" + site,
                            "deploy-" + site + " copy-" + site,
                            new Effect.Processing(cell, site));
        }
        return sketch.model();
    }

    private static Model ruled(Model model) {
        var names = Names.of(Map.of(Inventory.SITE, Set.of("zurich-4")));
        var rule =
                PolicyDocument.read("policy.yaml", POLICY, names)
                        .toOptional()
                        .orElseThrow()
                        .rules()
                        .getFirst();
        return model.with(List.of(new Clause(rule, List.of(model.cells().getFirst().id()))));
    }

    @Benchmark
    public Proof prove(Counted counted) {
        Proof proof = Prover.prove(model, Limits.USUAL);
        counted.states = proof.effort().states();
        counted.transitions = proof.effort().transitions();
        return proof;
    }
}
