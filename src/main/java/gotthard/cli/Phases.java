package gotthard.cli;

import gotthard.action.Kinds;
import gotthard.graph.Assembled;
import gotthard.graph.DiskTexts;
import gotthard.graph.ProgrammeAssembly;
import gotthard.journal.Journal;
import gotthard.journal.RunState;
import gotthard.overview.Ahead;
import gotthard.overview.Overview;
import gotthard.overview.ProgrammeOverview;
import gotthard.plan.PlanName;
import gotthard.plan.Programme;
import gotthard.problem.Checked;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The plans of a programme as its documents have them, for a report on those that have begun and those that have not.
///
/// @param title of the programme; empty where there is none
/// @param due the day that the programme gives to a plan; of a plan that it gives none nothing is there
record Phases(Optional<String> title, List<Assembled> plans, Map<PlanName, LocalDate> due) {
    static final Phases NONE = new Phases(Optional.empty(), List.of(), Map.of());

    /// Whether a word names a document and no run.
    static boolean isFile(String word) {
        return word.endsWith(".yaml") || word.endsWith(".yml");
    }

    /// Reads a programme: what is wrong with any of its documents is printed, and ends the verb.
    static Phases read(Call call, String file) throws Trouble {
        var texts = DiskTexts.around(file, List.of());
        Checked<ProgrammeAssembly.Assembled> read =
                ProgrammeAssembly.assemble(file, Optional.empty(), texts, Kinds.installed());
        Reports.problems(call.console(), read.problems());
        return switch (read) {
            case Checked.Invalid<ProgrammeAssembly.Assembled>(var problems) ->
                    throw new Trouble(
                            Exit.BAD_INPUT,
                            file + " has " + Words.count(problems.size(), "problem"),
                            "give a programme, and mend it: gotthard validate "
                                    + file
                                    + " checks it again; a run is reported by its name");
            case Checked.Valid<ProgrammeAssembly.Assembled>(var assembled, _) -> of(assembled);
        };
    }

    private static Phases of(ProgrammeAssembly.Assembled assembled) {
        var due = new LinkedHashMap<PlanName, LocalDate>();
        List<Programme.Phase> phases = assembled.programme().phases();
        for (int i = 0; i < phases.size(); i++) {
            PlanName plan = assembled.plans().get(i).plan().name();
            phases.get(i).due().ifPresent(day -> due.put(plan, day));
        }
        return new Phases(Optional.of(assembled.programme().title()), assembled.plans(), due);
    }

    /// All runs of its plans.
    List<RunState> runs(Journal journal) {
        Set<PlanName> names =
                plans.stream().map(one -> one.plan().name()).collect(Collectors.toSet());
        var runs = new ArrayList<RunState>();
        journal.runs().forEach(id -> journal.state(id).ifPresent(runs::add));
        runs.removeIf(state -> !names.contains(state.opening().plan()));
        return runs;
    }

    /// A run with the day that the programme gives to its plan.
    Overview dated(Overview overview) {
        return overview.dueBy(day(overview.run().plan()));
    }

    /// The runs as a programme, where one was asked for.
    ProgrammeOverview join(List<Overview> begun, Instant now) {
        var runs = ProgrammeOverview.of(begun);
        return title.map(words -> runs.of(words, ahead(begun, now))).orElse(runs);
    }

    /// The plans of which there is no run among these, in the order of the programme.
    private List<Ahead> ahead(List<Overview> begun, Instant now) {
        Set<PlanName> known =
                begun.stream().map(overview -> overview.run().plan()).collect(Collectors.toSet());
        return plans.stream()
                .filter(one -> !known.contains(one.plan().name()))
                .map(one -> Ahead.of(one, day(one.plan().name()), now))
                .toList();
    }

    private Optional<LocalDate> day(PlanName plan) {
        return Optional.ofNullable(due.get(plan));
    }
}
