package gotthard.clearing;

import static gotthard.clearing.ClearingScene.MOSCOW;
import static gotthard.clearing.ClearingScene.ZURICH;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gotthard.action.Action;
import gotthard.action.ActionContract;
import gotthard.action.Before;
import gotthard.action.Evidence;
import gotthard.action.Failure;
import gotthard.action.Outcome;
import gotthard.action.Unreachable;
import gotthard.action.Verdict;

import org.junit.jupiter.api.Test;

import java.util.Map;

/// What `dataset.delete` promises wherever it deletes.
abstract class DeleteContract extends ActionContract {
    static final Before NOTHING = new Before.Absent();

    abstract ClearingScene empty() throws Exception;

    @Override
    protected final Scene scene() throws Exception {
        return empty().filled();
    }

    /// Where another run keeps something.
    abstract String kept();

    static Failure refused(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        Failure failure = ((Outcome.Failed) outcome).failure();
        assertThat(failure.kind()).isEqualTo(Failure.Kind.REFUSED);
        return failure;
    }

    static Evidence changed(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Changed.class);
        return ((Outcome.Changed) outcome).evidence();
    }

    @Test
    void saysWhatItDeletedAndWhatItDoesNotReach() throws Exception {
        try (var scene = empty().filled()) {
            scene.put(MOSCOW, kept(), "of another run");

            Evidence evidence = changed(scene.action().apply(scene.context(1), NOTHING));

            assertThat(evidence.details())
                    .filteredOn(line -> line.contains("until gotthard collect"))
                    .hasSize(1);
            assertThat(evidence.statement())
                    .isEqualTo(
                            "30 files, 260 bytes, deleted at moscow after each was read back there and at zurich-1 with the same SHA-256");
            assertThat(evidence.details())
                    .contains(
                            "backups and replicas outside this inventory are not reached by this");
            assertThat(scene.stored(MOSCOW)).containsOnlyKeys("files/russia/r");
            assertThat(scene.stored(ZURICH)).hasSize(31);
        }
    }

    @Test
    void deletesNothingWhereOneFileIsMissingOrOtherElsewhere() throws Exception {
        try (var scene = empty().filled()) {
            scene.put(ZURICH, "files/europe/d1/file-01", "europa 1");
            scene.remove(ZURICH, "files/europe/d2/file-05");
            Map<String, String> world = scene.world();

            Failure failure = refused(scene.action().apply(scene.context(1), NOTHING));

            assertThat(failure.what())
                    .contains("of 30 files of europe/uploads at moscow, 2 are not safe elsewhere")
                    .contains("nothing is deleted")
                    .contains("files/europe/d1/file-01 (other content)")
                    .contains("files/europe/d2/file-05 (missing)");
            assertThat(scene.world()).isEqualTo(world);
        }
    }

    @Test
    void leavesWhatIsAlsoAnothers() throws Exception {
        try (var scene = empty().shared()) {
            Action action = scene.action();

            Evidence evidence = changed(action.apply(scene.context(1), NOTHING));

            assertThat(scene.stored(MOSCOW))
                    .containsOnlyKeys(
                            "all/a/both",
                            "all/b/nobody",
                            "all/b/russia",
                            "lists/europe.txt",
                            "lists/russia.txt");
            assertThat(evidence.compared()).isEqualTo(2);
            assertThat(evidence.details()).contains("1 file stays: also russia/uploads's");
            assertThat(action.verify(scene.context(1)))
                    .isInstanceOfSatisfying(
                            Verdict.Holds.class,
                            holds ->
                                    assertThat(holds.evidence().statement())
                                            .startsWith(
                                                    "nothing of europe/uploads is left at moscow but 1 file stays: also russia/uploads's; zurich-1 has 3 files"));
        }
    }

    @Test
    void leavesAnotherCellsCopyWhole() throws Exception {
        try (var scene = empty().shared()) {
            Action russia = scene.copyOfRussia();
            scene.remove(ZURICH, "all/b/russia");
            russia.apply(scene.context(2), NOTHING);
            assertThat(russia.verify(scene.context(2))).isInstanceOf(Verdict.Holds.class);

            changed(scene.action().apply(scene.context(1), NOTHING));

            assertThat(russia.verify(scene.context(2)))
                    .isInstanceOfSatisfying(
                            Verdict.Holds.class,
                            holds ->
                                    assertThat(holds.evidence().statement())
                                            .startsWith("2 ")
                                            .contains("equal by SHA-256 at moscow and zurich-1"));
            assertThat(scene.stored(MOSCOW))
                    .doesNotContainKeys("all/a/europe-1", "all/a/europe-2")
                    .containsEntry("all/a/both", "content of a/both");
        }
    }

    @Test
    void deletesWhatIsSharedWhereAllWhoShareItAreDeleted() throws Exception {
        try (var scene = empty().shared()) {
            Action action = scene.action(false, "europe", "russia");

            changed(action.apply(scene.context(1), NOTHING));

            assertThat(scene.stored(MOSCOW))
                    .containsOnlyKeys("all/b/nobody", "lists/europe.txt", "lists/russia.txt");
            assertThat(action.verify(scene.context(1))).isInstanceOf(Verdict.Holds.class);
        }
    }

    @Test
    void deletesNothingWhereAnotherListCannotBeRead() throws Exception {
        try (var scene = empty().shared()) {
            scene.remove(MOSCOW, "lists/russia.txt");
            Map<String, String> world = scene.world();

            assertThatThrownBy(() -> scene.action().apply(scene.context(1), NOTHING))
                    .isInstanceOfSatisfying(
                            Unreachable.class,
                            refused -> {
                                assertThat(refused.failure().kind())
                                        .isEqualTo(Failure.Kind.REFUSED);
                                assertThat(refused.failure().what())
                                        .contains(
                                                "what is of russia/uploads at moscow is not known, so that nothing is deleted: there is no list at");
                            });
            assertThat(scene.world()).isEqualTo(world);
        }
    }

    @Test
    void goesOnWhereItWasCutOff() throws Exception {
        try (var scene = empty().filled()) {
            scene.cutOff(scene.context(1), NOTHING);
            assertThat(scene.stored(MOSCOW)).hasSizeBetween(2, ClearingScene.FILES);
            assertThat(scene.action().marked(scene.context(1)))
                    .hasValueSatisfying(
                            marked ->
                                    assertThat(marked)
                                            .startsWith(
                                                    "30 files, 260 bytes of europe/uploads decided to be deleted at "));

            Evidence evidence = changed(scene.action().apply(scene.context(1), NOTHING));

            assertThat(evidence.compared()).isEqualTo(30);
            assertThat(scene.stored(MOSCOW)).containsOnlyKeys("files/russia/r");
        }
    }

    @Test
    void doesNotGoOnWhereWhatItDeletedIsGoneElsewhere() throws Exception {
        try (var scene = empty().filled()) {
            scene.cutOff(scene.context(1), NOTHING);
            var gone = new java.util.TreeSet<>(scene.stored(ZURICH).keySet());
            gone.removeAll(scene.stored(MOSCOW).keySet());
            gone.remove("files/europe/more");
            scene.remove(ZURICH, gone.first());
            Map<String, String> world = scene.world();

            Failure failure = refused(scene.action().apply(scene.context(1), NOTHING));

            assertThat(failure.what())
                    .contains("nothing more is deleted")
                    .contains(gone.first() + " (missing)");
            assertThat(scene.world()).isEqualTo(world);
        }
    }

    @Test
    void seesWhenTheCopyIsLostLater() throws Exception {
        try (var scene = empty().filled()) {
            scene.action().apply(scene.context(1), NOTHING);
            scene.remove(ZURICH, "files/europe/d0/file-00");

            Verdict verdict = scene.action().verify(scene.context(1));

            assertThat(verdict)
                    .isInstanceOfSatisfying(
                            Verdict.Differs.class,
                            differs ->
                                    assertThat(differs.differences().getFirst().toString())
                                            .endsWith(
                                                    "files/europe/d0/file-00: wanted as it was before it was deleted at moscow, found missing"));
        }
    }

    @Test
    void takesNothingForDeletedWhereNothingIsAnywhere() throws Exception {
        try (var scene = empty()) {
            scene.put(MOSCOW, "files/europe/a", "a");
            scene.remove(MOSCOW, "files/europe/a");

            assertThat(scene.action().verify(scene.context(1))).isInstanceOf(Verdict.Differs.class);
            assertThat(refused(scene.action().apply(scene.context(1), NOTHING)).what())
                    .contains("holds nothing of europe/uploads, nor does zurich-1");
            assertThat(scene.action(true, "europe").apply(scene.context(1), NOTHING))
                    .isInstanceOf(Outcome.AlreadyDone.class);
        }
    }

    @Test
    void leavesAndNamesWhatCameMeanwhile() throws Exception {
        try (var scene = empty().filled()) {
            var context =
                    new Meanwhile(
                            scene.context(1),
                            () -> scene.put(MOSCOW, "files/europe/d1/late", "late"));

            Failure failure = refused(scene.action().apply(context, NOTHING));

            assertThat(failure.what())
                    .contains("1 file came or changed while others were deleted, and stays: ")
                    .contains("files/europe/d1/late; 30 files of europe/uploads are deleted");
            assertThat(scene.stored(MOSCOW))
                    .containsOnlyKeys("files/europe/d1/late", "files/russia/r");
        }
    }
}
