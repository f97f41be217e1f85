package gotthard.files.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.action.Before;
import gotthard.action.ByHand;
import gotthard.action.LabTypist;
import gotthard.action.Prompt;
import gotthard.action.Route;
import gotthard.action.Typist;
import gotthard.action.Verdict;
import gotthard.files.FileTree;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What runbooks tell people to type for files in volumes, typed as it stands there, between two real clusters.
@Tag("lab")
final class VolumesByHandLabTest {
    private static final Before NOTHING = new Before.Absent();

    @TempDir Path folder;
    private LabVolumes lab;
    private Typist typist;

    @BeforeEach
    void start() throws Exception {
        lab = LabVolumes.ready();
        typist = LabTypist.in(folder).with("TOOLS_IMAGE", "docker.io/lab/tools:1");
        lab.source().write("deep/a file", "one");
        lab.source().write("it's two", "two");
        lab.give(lab.disk(LabVolumes.MOSCOW));
    }

    @AfterEach
    void stop() {
        lab.close();
    }

    @Test
    void areCopiedAndTakenAwayAgain() throws Exception {
        Map<String, String> first = files(lab.target());
        var action = new VolumeCopy(lab.order(1));
        var told = (ByHand.Told) action.byHand(prompt());

        typist.types(told.act());
        typist.types(told.check());

        assertThat(files(lab.target())).isEqualTo(files(lab.source())).hasSize(2);
        assertThat(action.verify(lab.context(1))).isInstanceOf(Verdict.Holds.class);

        typist.types(told.undo());

        assertThat(files(lab.target())).isEqualTo(first);
        assertThat(action.restored(lab.context(1), NOTHING)).isInstanceOf(Verdict.Holds.class);
    }

    @Test
    void areFollowedAndTakenAwayAgainAsAWhole() throws Exception {
        ByHand.Told told = way(lab.order(1), Route.Manner.REPLACE);
        typist.types(told.act());
        lab.source().write("it's two", "two and more");
        lab.source().write("three", "three");
        lab.give(lab.disk(LabVolumes.MOSCOW));

        typist.types(eachPass(told));
        typist.types(told.check());

        assertThat(files(lab.target())).isEqualTo(files(lab.source())).hasSize(3);

        typist.types(told.undo());

        assertThat(files(lab.target())).isEmpty();
    }

    @Test
    void areExchangedAndEachSiteGetsBackWhatItHad() throws Exception {
        lab.target().write("of zurich", "theirs");
        lab.give(lab.disk(LabVolumes.ZURICH));
        Map<String, String> here = files(lab.source());
        Map<String, String> there = files(lab.target());
        ByHand.Told told =
                ByHand.Told.all(
                        List.of(
                                way(lab.order(1), Route.Manner.MERGE),
                                way(lab.orderBack(1), Route.Manner.RETURN)));

        typist.types(told.act());
        typist.types(told.check());

        assertThat(files(lab.target())).isEqualTo(files(lab.source())).hasSize(3);

        typist.types(told.undo());

        assertThat(files(lab.source())).isEqualTo(here);
        assertThat(files(lab.target())).isEqualTo(there);
    }

    private ByHand.Told way(Order order, Route.Manner manner) {
        return new VolumeByHand(order, order.cells().getFirst(), Optional.of(manner), prompt())
                .told();
    }

    private static List<ByHand.Line> eachPass(ByHand.Told told) {
        int from = told.act().indexOf(ByHand.say("Each pass:"));
        return told.act().subList(from, told.act().size());
    }

    private Prompt prompt() {
        return new Prompt(lab.inventory(), "volumes");
    }

    private static Map<String, String> files(FileTree tree) throws Exception {
        var files = new TreeMap<>(tree.describe());
        files.values().removeIf(what -> !what.startsWith("file "));
        return files;
    }
}
