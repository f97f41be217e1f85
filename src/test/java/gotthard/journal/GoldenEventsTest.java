package gotthard.journal;

import static gotthard.journal.Examples.AT;
import static gotthard.journal.Examples.RUN;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.Golden;
import gotthard.action.Blob;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/// What each release writes, byte for byte; every later one reads it.
final class GoldenEventsTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden/journal/v1");
    private static final Blob SALT = Blob.of("a salt of this test, not a secret");
    private static final RunNames NAMES = RunNames.of(SALT, Examples.opening());

    GoldenEventsTest() {}

    static Stream<String> written() {
        return Examples.all().keySet().stream();
    }

    /// Also what only older versions wrote.
    static Stream<String> names() {
        return Stream.concat(written(), Examples.older().keySet().stream().sorted());
    }

    @ParameterizedTest
    @MethodSource("written")
    void writesTheSameBytes(String name) {
        Event event = event(name);

        Leaf leaf = Leaf.of(RUN, NAMES, new Entry(7, AT, event), new Random(7));

        Golden.assertMatches("journal/v1/" + name + ".body.json", leaf.body().text());
        Golden.assertMatches(
                "journal/v1/" + name + ".words.json",
                leaf.words().map(words -> words.content().text()).orElse("{}"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void readsTheStoredBytes(String name) throws IOException {
        Json.Members body = stored(name + ".body.json");
        Json.Members words = stored(name + ".words.json");
        String kind = Joining.erased(body).digest("kind");

        Entry entry = Leaf.entry(newest(kind, new Parts(body, words)), false, NAMES);

        assertThat(entry).isEqualTo(new Entry(7, AT, event(name)));
    }

    @ParameterizedTest
    @MethodSource("names")
    void saysNoNameInABody(String name) throws IOException {
        String body = Files.readString(FOLDER.resolve(name + ".body.json"));

        assertThat(body)
                .doesNotContain(
                        "europe",
                        "files[",
                        "\"ready\"",
                        "zurich",
                        "moscow",
                        "lead",
                        "supervisor",
                        "srv",
                        "a.bin",
                        "SHA-256",
                        "log of",
                        "quiet",
                        "plans/",
                        "0.1.0");
        assertThat(body).hasSizeLessThanOrEqualTo(Leaf.MAXIMUM_BYTES);
    }

    @ParameterizedTest
    @MethodSource("names")
    void readsEachWithItsWordsErased(String name) throws IOException {
        Json.Members body = stored(name + ".body.json");
        String kind = Joining.erased(body).digest("kind");

        Entry entry = Leaf.entry(newest(kind, new Parts(body, Json.Members.NONE)), true, NAMES);

        assertThat(entry.event()).hasSameClassAs(event(name));
        assertThat(JsonText.bytes(body))
                .isEqualTo(
                        Files.readString(FOLDER.resolve(name + ".body.json"))
                                .strip()
                                .getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void coverEveryKind() {
        var kinds = Examples.all().values().stream().map(EventKinds::kind);

        assertThat(kinds).containsAll(EventKinds.KINDS);
    }

    @Test
    void staySmallWhateverAnIntentReliesOn() {
        var relied = Collections.nCopies(50_000, Long.MAX_VALUE);
        var event = Examples.intended(1, new gotthard.action.Before.Absent(), relied);

        Leaf leaf = Leaf.of(RUN, NAMES, new Entry(7, AT, event), new Random(7));

        assertThat(leaf.body().size()).isLessThanOrEqualTo(Leaf.MAXIMUM_BYTES);
        var parts =
                new Parts(
                        JsonText.members(leaf.body().bytes()),
                        JsonText.members(leaf.words().orElseThrow().content().bytes()));
        assertThat(Leaf.entry(newest(leaf.kind(), parts), false, NAMES).event()).isEqualTo(event);
    }

    private static Upcasts.Versioned newest(String kind, Parts parts) {
        return Upcasts.SHIPPED.newest(new Upcasts.Versioned(kind, parts));
    }

    private static Json.Members stored(String name) throws IOException {
        return JsonText.members(
                Files.readString(FOLDER.resolve(name)).strip().getBytes(StandardCharsets.UTF_8));
    }

    private static Event event(String name) {
        Map<String, Event> all = new HashMap<>(Examples.all());
        all.putAll(Examples.older());
        assertThat(all).containsKey(name);
        return all.get(name);
    }
}
