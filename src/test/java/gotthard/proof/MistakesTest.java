package gotthard.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import gotthard.world.Invariant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Each mistake breaks what it should, in a shortest story, whatever reductions are made.
class MistakesTest {
    private static final List<Reductions> SOME =
            List.of(
                    Reductions.NONE,
                    new Reductions(true, false, false, false),
                    new Reductions(true, true, false, false),
                    new Reductions(true, false, true, false),
                    new Reductions(true, true, true, false));

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake(
                        "switch before drain",
                        Mistakes::switchBeforeDrain,
                        Invariant.STALE_WRITER,
                        7),
                mistake(
                        "drain before fence",
                        Mistakes::drainBeforeFence,
                        Invariant.STALE_WRITER,
                        8),
                mistake(
                        "deleted while it replicates",
                        Mistakes::deletedWhileItReplicates,
                        Invariant.LOSS,
                        12),
                mistake("deleted unverified", Mistakes::deletedUnverified, Invariant.LAST_COPY, 13),
                mistake("verified by count", Mistakes::verifiedByCount, Invariant.GAP, 7),
                mistake(
                        "no way back for writes",
                        Mistakes::noWayBackForWrites,
                        Invariant.STUCK_BACK,
                        10),
                mistake(
                        "no way back for files",
                        Mistakes::noWayBackForFiles,
                        Invariant.STUCK_BACK,
                        7),
                mistake("copied once", Mistakes::copiedOnce, Invariant.GOAL, 7),
                mistake(
                        "staged where it may not",
                        Mistakes::stagedWhereItMayNot,
                        Invariant.RESIDENCY,
                        1),
                mistake(
                        "assembly before the last region",
                        Mistakes::assemblyBeforeTheLastRegion,
                        Invariant.ORDER,
                        3),
                mistake(
                        "verified before the last write",
                        Mistakes::verifiedBeforeTheLastWrite,
                        Invariant.LAST_COPY,
                        14),
                mistake(
                        "switched gradually",
                        Mistakes::switchedGradually,
                        Invariant.TWO_WRITERS,
                        7),
                mistake(
                        "two targets of a database",
                        Mistakes::twoTargetsOfADatabase,
                        Invariant.TWO_WRITERS,
                        6),
                mistake(
                        "slot after the copy",
                        Mistakes::slotAfterTheCopy,
                        Invariant.STALE_WRITER,
                        9),
                mistake(
                        "slot after the copy verified",
                        Mistakes::slotAfterTheCopyVerified,
                        Invariant.STUCK_FORWARD,
                        6),
                mistake(
                        "approval inside the pause",
                        Mistakes::approvalInsideThePause,
                        Invariant.GAP_HELD,
                        6),
                mistake(
                        "freeze inside the pause",
                        Mistakes::freezeInsideThePause,
                        Invariant.GAP_HELD,
                        4),
                mistake("moscow stops first", Mistakes::moscowStopsFirst, Invariant.GAP, 3),
                mistake("back not awaited", Mistakes::backNotAwaited, Invariant.STUCK_BACK, 10),
                mistake(
                        "stop without resync",
                        Mistakes::stopWithoutResync,
                        Invariant.STUCK_BACK,
                        17),
                mistake("deleted while open", Mistakes::deletedWhileOpen, Invariant.LOSS, 13),
                mistake(
                        "deleted while it comes back",
                        Mistakes::deletedWhileItComesBack,
                        Invariant.GOAL,
                        15),
                mistake("targets unmerged", Mistakes::targetsUnmerged, Invariant.GOAL, 16),
                mistake("no pause", Mistakes::noPause, Invariant.GAP, 4),
                mistake(
                        "undo only routes back",
                        Mistakes::undoOnlyRoutesBack,
                        Invariant.TWO_WRITERS,
                        16),
                mistake("russia swept in", Mistakes::russiaSweptIn, Invariant.RESIDENCY, 2),
                mistake("before the date", Mistakes::beforeTheDate, Invariant.RESIDENCY, 2),
                mistake("deployment not awaited", Mistakes::deploymentNotAwaited, Invariant.GAP, 6),
                mistake(
                        "copied again during the switch",
                        Mistakes::copiedAgainDuringTheSwitch,
                        Invariant.STALE_WRITER,
                        10),
                mistake("standby not awaited", Mistakes::standbyNotAwaited, Invariant.GOAL, 13),
                mistake("deleted unsigned", Mistakes::deletedUnsigned, Invariant.UNSIGNED, 0));
    }

    private static Arguments mistake(
            String name, Supplier<Model> model, Invariant broken, int length) {
        return argumentSet(name, model.get(), broken, length);
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void isFoundInAShortestStory(Model model, Invariant broken, int length) {
        var story = stories(Prover.prove(model, Limits.USUAL)).getFirst();

        assertThat(story.broken()).isEqualTo(broken);
        assertThat(story.length()).isEqualTo(length);
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void breaksTheSameWithoutReductions(Model model, Invariant broken, int length) {
        var expected = told(Prover.prove(model, Limits.USUAL));

        assertThat(expected).contains(broken + " " + length);
        for (Reductions reductions : SOME) {
            assertThat(told(Prover.prove(model, Limits.USUAL, reductions)))
                    .describedAs("%s", reductions)
                    .isEqualTo(expected);
        }
    }

    @Test
    void isNoMistakeWhereNoneWasMade() {
        assertThat(Prover.prove(Mistakes.rightDatabase(), Limits.USUAL))
                .isInstanceOf(Proof.Proven.class);
        assertThat(Prover.prove(Mistakes.rightDecommissioning(), Limits.USUAL))
                .isInstanceOf(Proof.Proven.class);
    }

    private static Set<String> told(Proof proof) {
        return stories(proof).stream()
                .map(story -> story.broken() + " " + story.length())
                .collect(Collectors.toSet());
    }

    private static List<Story> stories(Proof proof) {
        assertThat(proof).isInstanceOf(Proof.Refuted.class);
        return ((Proof.Refuted) proof).stories();
    }
}
