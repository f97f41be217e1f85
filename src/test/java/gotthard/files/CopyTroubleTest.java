package gotthard.files;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.Golden;
import gotthard.action.Before;
import gotthard.action.Captured;
import gotthard.action.Difference;
import gotthard.action.Failure;
import gotthard.action.Outcome;
import gotthard.action.Unreachable;
import gotthard.action.Verdict;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What goes wrong on the way is named, and nothing half-done gets its final name.
final class CopyTroubleTest {
    private static final List<String> ODD =
            List.of(
                    "it's",
                    "a \"b\" $HOME",
                    "-rf",
                    "back\\slash",
                    "new\nline",
                    "ünïcode 文",
                    " ",
                    "~",
                    "#x",
                    "*");

    @TempDir Path folder;

    @Nested
    final class OddNames {
        @Test
        void arriveAsTheyAre() throws Exception {
            try (var scene = new CopyScene(folder)) {
                for (String name : ODD) {
                    scene.from.write(name + "/" + name, name);
                }

                Outcome outcome = apply(scene);

                assertThat(outcome).isInstanceOf(Outcome.Changed.class);
                assertThat(scene.to.describe()).isEqualTo(scene.from.describe());
                assertThat(scene.action().verify(scene.context(1)))
                        .isInstanceOf(Verdict.Holds.class);
                assertThat(scene.action().rollback(scene.context(1), new Before.Absent()))
                        .isInstanceOf(Outcome.Changed.class);
                assertThat(scene.to.describe()).containsOnlyKeys("");
            }
        }

        @Test
        void thatLeadOutAreRefused() throws Exception {
            try (var scene = new CopyScene(folder).withFiles(1)) {
                Files.createSymbolicLink(
                        scene.from.root().resolve("way-out"), Path.of("../../secret"));

                golden("link-leads-out", apply(scene), scene);
            }
        }

        @Test
        void linksThatStayInsideAreKept() throws Exception {
            try (var scene = new CopyScene(folder).withFiles(3)) {
                Files.createSymbolicLink(scene.from.root().resolve("d1/inside"), Path.of("../d0"));

                apply(scene);

                assertThat(scene.to.root().resolve("d1/inside")).isSymbolicLink();
                assertThat(scene.action().verify(scene.context(1)))
                        .isInstanceOf(Verdict.Holds.class);
            }
        }
    }

    @Nested
    final class TheTarget {
        @Test
        void thatIsFullSaysHowMuchIsMissing() throws Exception {
            try (var scene = new CopyScene(folder).withFiles(30)) {
                scene.target.faults().fillDisk(true);

                golden("full-disk", apply(scene), scene);

                scene.target.faults().mend();
                assertThat(apply(scene)).isInstanceOf(Outcome.Changed.class);
            }
        }

        @Test
        void thatGetsFullOnTheWayKeepsItsNamesClean() throws Exception {
            try (var scene = new CopyScene(folder).withFiles(30)) {
                scene.target.faults().fillDisk(false);

                golden("full-disk-on-the-way", apply(scene), scene);

                assertThat(scene.to.describe()).containsOnlyKeys("");
            }
        }

        @Test
        void whereAFileWasAlteredIsNotEqual() throws Exception {
            try (var scene = new CopyScene(folder).withFiles(30)) {
                apply(scene);
                scene.to.write("d1/e1/file-1.bin", "altered");
                byte[] other = Files.readAllBytes(scene.to.root().resolve("d2/e2/file-2.bin"));
                other[0] ^= 1;
                scene.to.write("d2/e2/file-2.bin", other);

                var verdict = (Verdict.Differs) scene.action().verify(scene.context(1));

                assertThat(verdict.differences())
                        .extracting(Difference::owner)
                        .containsOnly(Difference.Owner.FOREIGN);
                Golden.assertMatches(
                        "files/altered-at-the-target.txt",
                        neutral(
                                        String.join(
                                                "\n",
                                                verdict.differences().stream()
                                                        .map(Difference::toString)
                                                        .toList()),
                                        scene)
                                .replaceAll("[0-9a-f]{12}…", "DIGEST…"));
            }
        }

        @Test
        void keepsWhatOthersAlteredWhenItIsRolledBack() throws Exception {
            try (var scene = new CopyScene(folder).withFiles(30)) {
                apply(scene);
                scene.to.write("d1/e1/file-1.bin", "altered");
                scene.to.write("d1/more.txt", "theirs");

                Outcome undone = scene.action().rollback(scene.context(1), new Before.Absent());

                assertThat(undone).isInstanceOf(Outcome.Changed.class);
                assertThat(scene.to.describe())
                        .containsOnlyKeys("", "d1", "d1/e1", "d1/e1/file-1.bin", "d1/more.txt");
                assertThat(scene.action().restored(scene.context(1), new Before.Absent()))
                        .isInstanceOf(Verdict.Holds.class);
                Golden.assertMatches(
                        "files/left-by-rollback.txt",
                        neutral(((Outcome.Changed) undone).evidence().details().getFirst(), scene));
            }
        }

        @Test
        void isNeverOverwritten() throws Exception {
            try (var scene = new CopyScene(folder).withFiles(30)) {
                scene.to.write("d1/e1/file-1.bin", "theirs");

                golden("foreign-at-the-target", apply(scene), scene);

                assertThat(scene.to.root().resolve("d1/e1/file-1.bin")).hasContent("theirs");
            }
        }

        @Test
        void leavesWhatWasThereAlreadyWhenItIsRolledBack() throws Exception {
            try (var scene = new CopyScene(folder).withFiles(30)) {
                byte[] same = Files.readAllBytes(scene.from.root().resolve("d1/e1/file-1.bin"));
                scene.to.write("d1/e1/file-1.bin", same);
                var world = scene.world();
                Before before =
                        ((Captured.Found) scene.action().capture(scene.context(1))).before();
                scene.action().apply(scene.context(1), before);

                scene.action().rollback(scene.context(1), before);

                assertThat(scene.world()).isEqualTo(world);
                assertThat(scene.action().restored(scene.context(1), before))
                        .isInstanceOf(Verdict.Holds.class);
            }
        }

        @Test
        void losesTheEmptyFoldersThatAnInterruptedRollbackLeft() throws Exception {
            try (var scene = new CopyScene(folder).withFiles(3)) {
                var world = scene.world();
                Before before =
                        ((Captured.Found) scene.action().capture(scene.context(1))).before();
                scene.action().apply(scene.context(1), before);
                scene.action().rollback(scene.context(1), before);
                Files.createDirectory(scene.to.root());

                Verdict interrupted = scene.action().restored(scene.context(1), before);
                scene.action().rollback(scene.context(1), before);

                assertThat(interrupted).isInstanceOf(Verdict.Differs.class);
                assertThat(scene.world()).isEqualTo(world);
                assertThat(scene.action().restored(scene.context(1), before))
                        .isInstanceOf(Verdict.Holds.class);
            }
        }

        @Test
        void isNotCalledRestoredWhileItsEmptyFoldersCanNotBeRemoved() throws Exception {
            try (var scene = new CopyScene(folder).withFiles(3)) {
                var world = scene.world();
                Before before =
                        ((Captured.Found) scene.action().capture(scene.context(1))).before();
                scene.action().apply(scene.context(1), before);
                scene.target
                        .faults()
                        .program("rmdir", "#!/bin/sh\necho 'rmdir: busy' >&2\nexit 1\n");

                Outcome first = scene.action().rollback(scene.context(1), before);

                assertThat(((Outcome.Failed) first).failure().kind())
                        .isEqualTo(Failure.Kind.TRANSIENT);
                assertThat(((Outcome.Failed) first).failure().what()).contains("(rmdir: busy)");
                scene.target
                        .faults()
                        .program("rmdir", "#!/bin/sh\nPATH=${PATH#*:}\nexec rmdir \"$@\"\n");
                scene.action().rollback(scene.context(1), before);
                assertThat(scene.world()).isEqualTo(world);
            }
        }
    }

    @Nested
    final class AShell {
        @Test
        void thatComplainsOfItsOwnStartIsNotHeard() throws Exception {
            try (var scene = new CopyScene(folder).withFiles(3)) {
                Path noisy = scene.noisyShell();
                scene.source.faults().startCommandsBy(List.of(noisy.toString()));
                scene.target.faults().startCommandsBy(List.of(noisy.toString()));

                assertThat(apply(scene)).isInstanceOf(Outcome.Changed.class);

                assertThat(scene.action().verify(scene.context(1)))
                        .isInstanceOf(Verdict.Holds.class);
            }
        }
    }

    @Nested
    final class TheWay {
        @Test
        void thatAltersAFileIsFoundBeforeItGetsItsName() throws Exception {
            try (var scene = new CopyScene(folder)) {
                scene.from.write("only.bin", new byte[50_000]);
                scene.target.faults().tamperAfterInput(20_000);

                golden("altered-on-the-way", apply(scene), scene);

                assertThat(scene.to.describe()).containsOnlyKeys("");
                assertThat(apply(scene)).isInstanceOf(Outcome.Changed.class);
                assertThat(scene.to.describe()).isEqualTo(scene.from.describe());
            }
        }

        @Test
        void thatIsCutIsTakenUpAgain() throws Exception {
            try (var scene = new CopyScene(folder)) {
                scene.from.write("only.bin", new byte[2_000_000]);
                scene.target.faults().cutAfterInput(500_000);

                Failure failure = failure(apply(scene));

                assertThat(failure.kind()).isEqualTo(Failure.Kind.TRANSIENT);
                Golden.assertMatches("files/cut.txt", neutral(failure.toString(), scene));
                assertThat(scene.to.describe()).containsOnlyKeys("");
                scene.target.faults().cut();
                assertThat(apply(scene)).isInstanceOf(Outcome.Changed.class);
                assertThat(scene.to.describe()).isEqualTo(scene.from.describe());
            }
        }

        @Test
        void thatIsCutLeavesAnUnpackerThatReachesNothingAnyMore() throws Exception {
            try (var scene = new CopyScene(folder)) {
                cutHalfway(scene);
                Process unpacker = waitingIn(stage(scene));
                scene.target.faults().program("sha256sum", lettingItGoOn());

                apply(scene);

                assertThat(unpacker.waitFor()).isZero();
                assertThat(scene.to.describe()).isEqualTo(scene.from.describe());
            }
        }

        @Test
        void thatIsCutUnpacksNothingAnyMoreWhereItOnlyThenBegins() throws Exception {
            try (var scene = new CopyScene(folder)) {
                cutHalfway(scene);
                Process unpacker = beginningIn(stage(scene));
                scene.target.faults().program("sha256sum", lettingItGoOn());

                apply(scene);

                assertThat(unpacker.waitFor()).isZero();
                assertThat(folder.resolve("ended")).hasContent("" + Scripts.PREPARED_AGAIN);
                assertThat(scene.to.describe()).isEqualTo(scene.from.describe());
            }
        }

        /// Begins to unpack there once it may, for the attempt that was cut.
        private Process beginningIn(Path stage) throws Exception {
            String script =
                    """
                    until [ -e %1$s/go ]; do sleep 0.01; done
                    tar -C %1$s/late -cf - ./only.bin | sh -c "$3" sh "$1" "$2"
                    echo $? >%1$s/ended
                    touch %1$s/gone
                    """
                            .formatted(folder);
            Files.createDirectories(folder.resolve("late"));
            Files.writeString(folder.resolve("late/only.bin"), "late");
            String turn = Files.readString(stage.resolve(".gotthard-turn"));
            return new ProcessBuilder(
                            "sh", "-c", script, "sh", stage.toString(), turn, Scripts.RECEIVE)
                    .start();
        }

        private static Path stage(CopyScene scene) throws Exception {
            try (var all = Files.walk(scene.target.path("/srv"))) {
                return all.filter(path -> path.endsWith("stage")).findFirst().orElseThrow();
            }
        }

        /// Unpacks once it may, in the folder where it has stood since before.
        private Process waitingIn(Path stage) throws Exception {
            String script =
                    """
                    until [ -e %1$s/go ]; do sleep 0.01; done
                    rm -f only.bin && echo late >only.bin
                    touch %1$s/gone
                    """
                            .formatted(folder);
            return new ProcessBuilder("sh", "-c", script).directory(stage.toFile()).start();
        }

        /// Reads back, and then lets it unpack.
        private String lettingItGoOn() {
            return """
                   #!/bin/sh
                   PATH=${PATH#*:}
                   sha256sum "$@" || exit
                   touch %1$s/go
                   until [ -e %1$s/gone ]; do sleep 0.01; done
                   """
                    .formatted(folder);
        }
    }

    static Outcome apply(CopyScene scene) throws Exception {
        try {
            return scene.action().apply(scene.context(1), new Before.Absent());
        } catch (Unreachable unreachable) {
            return new Outcome.Failed(unreachable.failure());
        }
    }

    static Failure failure(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        return ((Outcome.Failed) outcome).failure();
    }

    /// A large file came over in part, and nothing of the connection is left.
    private static void cutHalfway(CopyScene scene) throws Exception {
        scene.from.write("only.bin", new byte[2_000_000]);
        scene.target.faults().cutAfterInput(500_000);
        apply(scene);
        scene.target.faults().cut();
    }

    static void golden(String name, Outcome outcome, CopyScene scene) {
        Golden.assertMatches("files/" + name + ".txt", neutral(failure(outcome).toString(), scene));
    }

    static String neutral(String words, CopyScene scene) {
        return words.replace(scene.source.path("/").toString(), "")
                .replace(scene.target.path("/").toString(), "")
                .replace(":" + scene.target.port(), ":PORT")
                .replace(":" + scene.source.port(), ":PORT");
    }
}
