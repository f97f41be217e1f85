package gotthard.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.Golden;
import gotthard.action.Access;
import gotthard.action.Context;
import gotthard.action.Inspector;
import gotthard.action.Inspector.Finding;
import gotthard.action.Inspector.Measure;
import gotthard.action.Key;
import gotthard.action.LentContext;
import gotthard.action.Question;
import gotthard.inventory.Endpoint;
import gotthard.inventory.EndpointName;
import gotthard.inventory.SiteName;
import gotthard.shape.ByteSize;
import gotthard.shape.Percent;
import gotthard.shape.Rate;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Whether it fits and ever arrives, by what hosts are made to answer.
final class CapacityTest {
    private static final long GIB = 1L << 30;
    private static final Duration TEN_DAYS = Duration.ofDays(10);
    private static final Spot SOURCE = spot("moscow", "/srv/files/europe");
    private static final Spot TARGET = spot("zurich-1", "/srv/files/europe");
    private static final Spot STORE = spot("zurich-1", "/srv/files");
    private static final Cargo EUROPE = new Cargo("europe/files", SOURCE, TARGET, STORE);

    private final Map<String, Finding> answers = new HashMap<>();

    @Test
    void isEnoughForWhatIsMissingHeadroomAndGrowth() throws Exception {
        holds(SOURCE, 1_000, 100 * GIB, 100, 10 * GIB);
        holds(TARGET, 400, 40 * GIB, 0, 0);
        room(82 * GIB, 820);

        assertThat(look(EUROPE)).hasOnlyElementsOfType(Result.Good.class);
        Golden.assertMatches("preflight/fits.txt", told(EUROPE));
    }

    @Test
    void isTooLittleByOneByteOrFile() throws Exception {
        holds(SOURCE, 1_000, 100 * GIB, 100, 10 * GIB);
        holds(TARGET, 400, 40 * GIB, 0, 0);
        room(82 * GIB - 1, 819);

        assertThat(look(EUROPE).stream().filter(Result.Bad.class::isInstance))
                .extracting(Result::subject)
                .containsExactly("capacity", "inodes");
        Golden.assertMatches("preflight/too-small.txt", told(EUROPE));
    }

    @Test
    void countsAllThatOneStoreReceives() throws Exception {
        holds(SOURCE, 10, 10 * GIB, 0, 0);
        holds(TARGET, 0, 0, 0, 0);
        room(18 * GIB, 1_000);
        var russia = new Cargo("russia/files", SOURCE, TARGET, STORE);

        assertThat(look(EUROPE)).hasOnlyElementsOfType(Result.Good.class);
        assertThat(look(EUROPE, russia)).hasAtLeastOneElementOfType(Result.Bad.class);
    }

    @Test
    void saysThatWhatGrowsFasterThanItIsReadNeverArrives() throws Exception {
        // 10 days of 1 MB a second
        holds(SOURCE, 1_000, 900_000_000_000L, 1_000, 864_000_000_000L);
        holds(TARGET, 0, 0, 0, 0);
        room(1 << 12, 1_000_000);

        String fast = told(new Rate(16_000_000), EUROPE);
        String slow = told(new Rate(8_000_000), EUROPE);

        assertThat(fast).contains("brought away in 250.0 h at best");
        Golden.assertMatches("preflight/never.txt", slow);
    }

    @Test
    void tellsWhatComesToABucketWhichDoesNotSayWhatIsFree() throws Exception {
        Spot source = bucket("moscow", "uploads/europe");
        Spot target = bucket("zurich-1", "blobs/europe");
        holds(source, 1_000, 100 * GIB, 100, 10 * GIB);
        holds(target, 400, 40 * GIB, 0, 0);

        Golden.assertMatches(
                "preflight/bucket.txt",
                told(new Cargo("europe/uploads", source, target, bucket("zurich-1", "blobs"))));
    }

    @Test
    void saysWhatCouldNotBeCounted() throws Exception {
        holds(TARGET, 0, 0, 0, 0);
        answers.put(
                question(SOURCE.path(), SOURCE, Question.Holds.class),
                new Finding.Bad("holds", "/srv can't be counted", "give the right to read it"));

        assertThat(look(EUROPE)).singleElement().isInstanceOf(Result.Bad.class);
    }

    private List<Result> look(Cargo... cargoes) throws Exception {
        return look(Optional.empty(), cargoes);
    }

    private String told(Cargo... cargoes) throws Exception {
        return text(look(cargoes));
    }

    private String told(Rate rate, Cargo... cargoes) throws Exception {
        return text(look(Optional.of(rate), cargoes));
    }

    private static String text(List<Result> results) {
        return results.stream().map(Result::toString).collect(Collectors.joining("\n"));
    }

    private List<Result> look(Optional<Rate> rate, Cargo... cargoes) throws Exception {
        var capacity =
                new Capacity(List.of(cargoes), new Terms(Percent.of(20), TEN_DAYS, rate, false));
        var examination = new Examination(List.of(new Answers()), Limits.USUAL);
        try (var context = LentContext.withoutSites(Key.of("run", "ready", 1))) {
            return capacity.look(new Asking(examination, context, Tidings.NONE));
        }
    }

    private void holds(Spot spot, long files, long bytes, long young, long youngBytes) {
        answers.put(
                question(spot.path(), spot, Question.Holds.class),
                new Finding.Measured(
                        "holds",
                        new Measure.Holds(
                                spot.path(),
                                files,
                                new ByteSize(bytes),
                                young,
                                new ByteSize(youngBytes))));
    }

    private void room(long bytes, long files) {
        answers.put(
                question(STORE.path(), STORE, Question.Room.class),
                new Finding.Measured("space", new Measure.Free(STORE.path(), new ByteSize(bytes))));
        answers.put(
                "files of " + STORE.path(),
                new Finding.Measured(
                        "inodes", new Measure.FreeFiles(STORE.path(), files, 2_000_000)));
    }

    private static String question(String folder, Spot spot, Class<?> what) {
        return what.getSimpleName() + " " + spot.name() + " " + folder;
    }

    private static Spot spot(String site, String path) {
        return new Spot.OnHost(
                new Endpoint.Web(
                        new EndpointName(new SiteName(site), "files-1"),
                        URI.create("http://localhost/")),
                path);
    }

    private static Spot bucket(String site, String path) {
        return new Spot.InBucket(
                new Endpoint.Objects(
                        new EndpointName(new SiteName(site), "s3"),
                        URI.create("http://localhost/"),
                        "us-east-1",
                        Optional.empty(),
                        Optional.empty()),
                path);
    }

    private final class Answers implements Inspector {
        @Override
        public boolean knows(Endpoint endpoint) {
            return true;
        }

        @Override
        public List<Finding> inspect(Context context, Endpoint endpoint, List<Access> access) {
            return List.of();
        }

        @Override
        public List<Lack> lacking(Context context, Endpoint endpoint, List<Access> access) {
            return List.of();
        }

        @Override
        public List<Finding> answer(Context context, Endpoint endpoint, Question question) {
            Finding first =
                    answers.get(
                            question(
                                    question.folder(),
                                    new Spot.OnHost(endpoint, question.folder()),
                                    question.getClass()));
            return question instanceof Question.Room
                    ? List.of(first, answers.get("files of " + question.folder()))
                    : List.of(first);
        }
    }
}
