package gotthard.web;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.action.Checkpoint;
import gotthard.action.Progress;
import gotthard.graph.StepId;
import gotthard.journal.Event;
import gotthard.journal.RunId;
import gotthard.overview.Stories;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// The events of all runs in one stream.
final class AllEventsTest {
    private static final String ALL = "/api/v1/events";
    private static final StepId FILES = new StepId("files[zurich-1]");
    private static final Pattern ENTRY = Pattern.compile("\"run\":\"([^\"]+)\",\"seq\":([0-9]+)");

    @TempDir Path folder;
    private Scene scene;
    private RunId first;
    private RunId second;

    @BeforeEach
    void opens() throws Exception {
        scene = Scene.in(folder);
        first = scene.write(Stories.underway());
        second = scene.write(Stories.rolledBack());
    }

    @AfterEach
    void closes() {
        scene.close();
    }

    @Test
    void tellWhatWasAndWhatComesAlsoOfRunsThatBeginMeanwhile() throws Exception {
        try (var listener = listen(Optional.empty())) {
            long before = scene.last(first) + scene.last(second);
            List<Listener.Heard> heard =
                    new ArrayList<>(listener.next("entry", Math.toIntExact(before)));
            RunId third = scene.write(Stories.waiting());
            scene.append(first, checkpoints(3));
            scene.tick();
            heard.addAll(listener.next("entry", Math.toIntExact(scene.last(third) + 3)));

            assertThat(entries(heard))
                    .isEqualTo(
                            Map.of(
                                    first, upTo(scene.last(first)),
                                    second, upTo(scene.last(second)),
                                    third, upTo(scene.last(third))));
        }
    }

    @Test
    void areNeitherLostNorRepeatedWhereConnectionsAreCut() throws Exception {
        var random = new Random(11);
        List<Listener.Heard> heard = new ArrayList<>();
        List<RunId> runs = new ArrayList<>(List.of(first, second));
        Optional<String> last = Optional.empty();
        while (heard.size() < 400) {
            try (var listener = listen(last)) {
                if (runs.size() == 2 && heard.size() > 200) {
                    runs.add(scene.write(Stories.waiting()));
                }
                for (RunId run : runs) {
                    scene.append(run, checkpoints(random.nextInt(1, 9)));
                }
                scene.tick();
                long there = runs.stream().mapToLong(scene::last).sum() - heard.size();
                heard.addAll(listener.next("entry", random.nextInt(1, (int) there + 1)));
                last = Optional.of(heard.getLast().id());
            }
        }
        long written = runs.stream().mapToLong(scene::last).sum();
        try (var listener = listen(last)) {
            heard.addAll(listener.next("entry", Math.toIntExact(written - heard.size())));
        }

        assertThat(entries(heard))
                .isEqualTo(
                        runs.stream()
                                .collect(
                                        Collectors.toMap(
                                                run -> run, run -> upTo(scene.last(run)))));
    }

    @Test
    void goOnFromWhereAPageStands() throws Exception {
        String place = Jsoup.parse(scene.get("/", Scene.OPERATOR).body()).body().attr("data-place");
        scene.append(second, checkpoints(1));

        try (var listener = listenTo(ALL + "?after=" + place, Optional.empty())) {
            assertThat(entries(listener.next("entry", 1)))
                    .isEqualTo(Map.of(second, List.of(scene.last(second))));
        }
    }

    @Test
    void tellProgressOfEachRun() throws Exception {
        scene.writer()
                .progress(
                        first,
                        FILES,
                        new Progress(17, OptionalLong.empty(), Progress.Unit.FILES, "copies"),
                        Scene.NOW);

        try (var listener = listen(Optional.empty())) {
            assertThat(listener.next("progress", 1).getFirst().data())
                    .contains("\"run\":\"" + first, "\"done\":17,");
        }
    }

    @Test
    void sayNoWordsToViewers() throws Exception {
        try (var listener = Listener.to(scene, ALL, Scene.VIEWER, Optional.empty())) {
            List<Listener.Heard> heard =
                    listener.next("entry", Math.toIntExact(scene.last(first) + scene.last(second)));

            assertThat(heard).noneMatch(one -> one.data().contains("\"says\""));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "7", "00000000.-1", "00000000.1.", "00000000.9999999999999999999"})
    void areRefusedAfterWhatIsNoId(String last) throws Exception {
        try (var listener = listen(Optional.of(last))) {
            assertThat(listener.status()).isEqualTo(400);
        }
    }

    @Test
    void areRefusedAfterAPlaceOfAnotherJournal() throws Exception {
        String here = Place.of(List.of(first, second), List.of(1L, 1L)).toString();
        for (String elsewhere :
                List.of(
                        Place.of(List.of(second, first), List.of(1L, 1L)).toString(),
                        Place.of(List.of(first, second), List.of(1L, 999L)).toString(),
                        here + ".1")) {
            try (var listener = listen(Optional.of(elsewhere))) {
                assertThat(listener.status()).as(elsewhere).isEqualTo(409);
            }
        }
        try (var listener = listen(Optional.of(here))) {
            assertThat(listener.status()).isEqualTo(200);
        }
    }

    private Listener listen(Optional<String> last) throws IOException, InterruptedException {
        return listenTo(ALL, last);
    }

    private Listener listenTo(String path, Optional<String> last)
            throws IOException, InterruptedException {
        return Listener.to(scene, path, Scene.OPERATOR, last);
    }

    /// The numbers of the entries that were heard, in that order.
    private static Map<RunId, List<Long>> entries(List<Listener.Heard> heard) {
        var entries = new TreeMap<String, List<Long>>();
        for (Listener.Heard one : heard) {
            MatchResult entry = ENTRY.matcher(one.data()).results().findFirst().orElseThrow();
            entries.computeIfAbsent(entry.group(1), _ -> new ArrayList<>())
                    .add(Long.parseLong(entry.group(2)));
        }
        return entries.entrySet().stream()
                .collect(Collectors.toMap(it -> new RunId(it.getKey()), Map.Entry::getValue));
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private static List<Event> checkpoints(int count) {
        return Stream.<Event>generate(
                        () -> new Event.StepCheckpointed(FILES, new Checkpoint("here")))
                .limit(count)
                .toList();
    }
}
