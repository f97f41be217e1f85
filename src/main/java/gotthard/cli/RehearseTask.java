package gotthard.cli;

import gotthard.action.Kinds;
import gotthard.graph.Assembled;
import gotthard.plan.PlanName;
import gotthard.problem.Suggestion;
import gotthard.proof.Limits;
import gotthard.proof.Modelling;
import gotthard.proof.Proof;
import gotthard.proof.Prover;
import gotthard.rehearsal.Fault;
import gotthard.rehearsal.Rehearsal;
import gotthard.rehearsal.Rehearsed;
import gotthard.rehearsal.Troupe;
import gotthard.secret.Secrets;

import picocli.CommandLine.Model.CommandSpec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// `gotthard rehearse`.
final class RehearseTask implements Task {
    private static final String FOLDER = ".gotthard/rehearsal";
    private static final String STEP = "--step";
    private static final String FAULT = "--fault";
    private static final String JOBS = "--jobs";
    private static final int MOST_JOBS = 64;

    @Override
    public void declare(CommandSpec spec) {
        Options.about(
                spec,
                "Carries plans out on sites inside this program and lets each step meet each fault, one at a time: it is"
                        + " refused, stops halfway, happens unrecorded, is killed, ends late; and so does its undoing. From there"
                        + " the run is resumed and rolled back, and what the sites show is compared with what the model says. Ends with 0 when all"
                        + " was equal, 3 otherwise.",
                "gotthard rehearse plans/programme.yaml",
                "gotthard rehearse plans/10-europe-files.yaml --step 'files*' --fault killed");
        Options.words(spec, "1..*", "FILE", "Plans or programmes.");
        Options.inventory(spec);
        Options.value(
                spec,
                "DIR",
                "Where each rehearsal makes a folder of its own; .gotthard/rehearsal by itself. It is removed when all held.",
                Options.STATE);
        Options.value(spec, "GLOB", "Only the steps of such names: 'files*'.", STEP);
        Options.value(
                spec, "NAME", "Only one fault: " + String.join(", ", faultNames()) + ".", FAULT);
        Options.value(
                spec, "NUMBER", "How many faults at the same time; by itself one a core.", JOBS);
    }

    @Override
    public Exit run(Call call) throws Trouble, InterruptedException {
        int jobs = jobs(call);
        List<Fault> faults = faults(call);
        List<Assembled> plans = plans(call);
        for (Assembled plan : plans) {
            refuseRealSites(plan);
        }
        var steps = new StepGlob(call.text(STEP).orElse("*"));
        refuseUnknownSteps(steps, plans);
        sayWhatIsNotProven(call, plans);
        Path folder = folder(call);
        var settings = new Rehearsal.Settings(folder, jobs, steps, faults, Days.today(call));
        var progress = RehearsalProgress.of(call);
        try (progress;
                var _ = Signals.on("INT", Thread.currentThread()::interrupt);
                var _ = Signals.on("TERM", Thread.currentThread()::interrupt)) {
            var rehearsal = new Rehearsal(troupe(call), settings, progress);
            return tell(call, rehearsal.of(plans), folder);
        } catch (InterruptedException _) {
            throw stopped(progress, folder);
        } catch (IOException broken) {
            throw stoppedOr(new UncheckedIOException(broken), progress, folder);
        } catch (UncheckedIOException broken) {
            throw stoppedOr(broken, progress, folder);
        }
    }

    /// A sandbox that is interrupted while it starts breaks like any other, and names the interruption as the cause.
    private static Trouble stoppedOr(
            UncheckedIOException broken, RehearsalProgress progress, Path folder) {
        boolean isStopped =
                Stream.<Throwable>iterate(broken, Objects::nonNull, Throwable::getCause)
                        .anyMatch(InterruptedException.class::isInstance);
        return isStopped ? stopped(progress, folder) : Sites.trouble(broken);
    }

    private static Trouble stopped(RehearsalProgress progress, Path folder) {
        return Trouble.failed(
                "the rehearsal was stopped after " + progress.words(),
                "what was begun lies in "
                        + folder
                        + ", delete it; --step and --fault rehearse less at a time");
    }

    private static Troupe troupe(Call call) {
        return new Troupe(
                new SandboxStage(call.surroundings().clock()),
                Kinds.installed(),
                new Secrets(call.surroundings().environment()),
                call.surroundings().clock(),
                Version.text(),
                new SecureRandom());
    }

    private static Path folder(Call call) {
        return Path.of(call.text(Options.STATE).orElse(FOLDER))
                .resolve(
                        DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS")
                                .withZone(ZoneOffset.UTC)
                                .format(call.surroundings().clock().instant()));
    }

    /// Each after those that it comes after.
    private static List<Assembled> plans(Call call) throws Trouble {
        List<Assembled> plans = new ArrayList<>();
        Set<PlanName> known = new HashSet<>();
        for (String file : call.words()) {
            Loading.sound(call, file, Loading.plans(file, call.text(Options.INVENTORY))).stream()
                    .filter(plan -> known.add(plan.plan().name()))
                    .forEach(plans::add);
        }
        return ordered(plans);
    }

    private static List<Assembled> ordered(List<Assembled> plans) {
        List<Assembled> left = new ArrayList<>(plans);
        List<Assembled> ordered = new ArrayList<>();
        while (!left.isEmpty()) {
            Set<PlanName> waiting =
                    left.stream().map(plan -> plan.plan().name()).collect(Collectors.toSet());
            Assembled next =
                    left.stream()
                            .filter(
                                    plan ->
                                            plan.plan().after().stream()
                                                    .noneMatch(waiting::contains))
                            .findFirst()
                            .orElse(left.getFirst());
            left.remove(next);
            ordered.add(next);
        }
        return ordered;
    }

    private static void refuseRealSites(Assembled plan) throws Trouble {
        if (plan.inventory().sandbox().isEmpty()) {
            throw Trouble.badUse(
                    "the inventory " + plan.inventory().name() + " is no sandbox",
                    "name one that has spec.sandbox, with -i inventories/sandbox.yaml");
        }
    }

    private static void refuseUnknownSteps(StepGlob glob, List<Assembled> plans) throws Trouble {
        boolean isKnown =
                plans.stream()
                        .flatMap(plan -> plan.graph().steps().stream())
                        .anyMatch(step -> glob.test(step.id()));
        if (!isKnown) {
            throw Trouble.badUse(
                    "no step is named \"" + glob.words() + "\"",
                    "gotthard plan lists the steps; write it like " + STEP + " 'files*'");
        }
    }

    /// A plan is rehearsed as it is, proven or not.
    private static void sayWhatIsNotProven(Call call, List<Assembled> plans) {
        Proof proof = Prover.prove(Modelling.of(plans, Days.today(call)), Limits.USUAL);
        if (!(proof instanceof Proof.Proven)) {
            String names =
                    plans.stream()
                            .map(plan -> plan.plan().name().value())
                            .collect(Collectors.joining(", "));
            call.console()
                    .result(
                            Reports.held(
                                    call.console(),
                                    names
                                            + ": not proven, and rehearsed all the same; gotthard prove tells why"));
        }
    }

    private static Exit tell(Call call, List<Rehearsed> all, Path folder) {
        RehearsalText.lines(call.console(), all).forEach(call.console()::result);
        all.forEach(one -> RehearsalJson.lines(one).forEach(call.console()::json));
        boolean holds = all.stream().allMatch(Rehearsed::holds);
        if (!holds) {
            call.console().result("  → what was left of it stays in " + folder);
        }
        return holds ? Exit.DONE : Exit.UNVERIFIED;
    }

    private static int jobs(Call call) throws Trouble {
        Optional<String> jobs = call.text(JOBS);
        if (jobs.isEmpty()) {
            return Runtime.getRuntime().availableProcessors();
        }
        if (!jobs.get().matches("[1-9]\\d?") || Integer.parseInt(jobs.get()) > MOST_JOBS) {
            throw Trouble.badUse(
                    "--jobs does not understand \"" + jobs.get() + "\"",
                    "write a number from 1 to " + MOST_JOBS);
        }
        return Integer.parseInt(jobs.get());
    }

    private static List<Fault> faults(Call call) throws Trouble {
        Optional<String> named = call.text(FAULT);
        if (named.isEmpty()) {
            return List.of(Fault.values());
        }
        Fault fault =
                Fault.of(named.get())
                        .orElseThrow(
                                () ->
                                        Trouble.badUse(
                                                "there is no fault \"" + named.get() + "\"",
                                                Suggestion.didYouMean(named.get(), faultNames())
                                                        .orElse(
                                                                "it is one of "
                                                                        + String.join(
                                                                                ", ",
                                                                                faultNames()))));
        return List.of(fault);
    }

    private static List<String> faultNames() {
        return Arrays.stream(Fault.values()).map(Fault::word).toList();
    }
}
