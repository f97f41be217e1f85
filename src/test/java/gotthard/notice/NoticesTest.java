package gotthard.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import gotthard.Golden;
import gotthard.graph.StepId;
import gotthard.journal.Ending;
import gotthard.journal.Event;
import gotthard.journal.Hold;
import gotthard.overview.Story;
import gotthard.secret.Secret;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What hooks are told of a run, over real HTTP, with time that passes only where something waits for it.
final class NoticesTest {
    private static final Instant START = Instant.parse("2019-11-04T08:00:00Z");
    private static final String KEY = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private final Passing time = new Passing();

    /// Time that passes by pauses alone.
    private static final class Passing implements Time {
        private final List<Duration> pauses = new CopyOnWriteArrayList<>();

        @Override
        public Instant now() {
            return START.plus(pauses.stream().reduce(Duration.ZERO, Duration::plus));
        }

        @Override
        public void pause(Duration duration) {
            pauses.add(duration);
        }
    }

    private static Map<String, String> hook(Listener listener, String... more) {
        var environment = new HashMap<String, String>();
        environment.put("GOTTHARD_HOOKS", "ops");
        environment.put("GOTTHARD_HOOK_OPS_URL", listener.address());
        environment.put("GOTTHARD_HOOK_OPS_KEY", KEY);
        for (int i = 0; i < more.length; i += 2) {
            environment.put(more[i], more[i + 1]);
        }
        return environment;
    }

    private Notices notices(Map<String, String> environment) throws Exception {
        return Notices.of(environment, time).orElseThrow();
    }

    private static Story begun() {
        return Story.begins("europe-files-a1b2c", START);
    }

    private static void tell(Notices notices, Story story) {
        notices.changed(story.state(), List.of(story.entries().getLast().event()));
    }

    @Test
    void tellWhoHasToReleaseAStepAsSignedJson() throws Exception {
        try (var listener = new Listener(false)) {
            Notices notices = notices(hook(listener));
            Story waiting = begun().waits("go", "platform-lead");

            tell(notices, waiting);
            notices.close();

            Listener.Heard heard = listener.heard().getFirst();
            assertThat(notices.lost()).isEmpty();
            assertThat(heard.id()).isEqualTo("europe-files-a1b2c." + waiting.state().last());
            assertThat(heard.timestamp()).isEqualTo(Long.toString(START.getEpochSecond()));
            assertThat(heard.signature()).isEqualTo(signed(heard));
            Golden.assertMatches("notice/held.json", heard.body());
            assertThat(schema().validate(heard.body(), InputFormat.JSON)).isEmpty();
        }
    }

    /// As the convention says it, without what the program uses for it.
    private static String signed(Listener.Heard heard) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        byte[] key = java.util.Base64.getDecoder().decode(KEY.substring("whsec_".length()));
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        mac.update((heard.id() + ".").getBytes(StandardCharsets.US_ASCII));
        mac.update((heard.timestamp() + ".").getBytes(StandardCharsets.US_ASCII));
        return "v1,"
                + java.util.Base64.getEncoder()
                        .encodeToString(mac.doFinal(heard.body().getBytes(StandardCharsets.UTF_8)));
    }

    private static com.networknt.schema.Schema schema() throws Exception {
        try (var text = Notices.class.getResourceAsStream("hook.schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(
                            new String(
                                    java.util.Objects.requireNonNull(text).readAllBytes(),
                                    StandardCharsets.UTF_8));
        }
    }

    /// The example of Standard Webhooks' own libraries.
    @Test
    void signAsTheConventionDoes() {
        assertThat(
                        new Signing(Secret.of(KEY))
                                .signature(
                                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                                        1_614_265_330,
                                        "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void areWrittenForSlackWithoutMentionsAndLinks() throws Exception {
        try (var listener = new Listener(false)) {
            Notices notices = notices(hook(listener, "GOTTHARD_HOOK_OPS_LOOK", "slack"));

            tell(notices, begun().add(new Event.RunTurned(Event.Direction.BACK, "<!here> & more")));
            notices.close();

            Golden.assertMatches("notice/slack.json", listener.heard().getFirst().body());
        }
    }

    @Test
    void areToldAgainUnderTheSameIdWhereTheEndpointFails() throws Exception {
        try (var listener = new Listener(false, 500, 503, 429)) {
            Notices notices = notices(hook(listener));

            tell(notices, begun().add(new Event.RunEnded(Ending.DONE)));
            notices.close();

            assertThat(notices.lost()).isEmpty();
            assertThat(listener.heard()).hasSize(4);
            assertThat(listener.heard())
                    .extracting(Listener.Heard::id)
                    .containsOnly(listener.heard().getFirst().id());
            assertThat(time.pauses)
                    .containsExactly(
                            Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
        }
    }

    @Test
    void areGivenUpAfterAWhileAndSaidToBe() throws Exception {
        Integer[] failing = new Integer[100];
        java.util.Arrays.fill(failing, 500);
        try (var listener = new Listener(false, failing)) {
            Notices notices = notices(hook(listener));

            tell(notices, begun().add(new Event.RunEnded(Ending.FAILED)));
            notices.close();

            assertThat(notices.lost())
                    .containsExactly(
                            "the hook ops was not told of europe-files-a1b2c.2 (failed): it answers with 500");
            assertThat(time.now()).isBetween(START, START.plus(Duration.ofMinutes(10)));
        }
    }

    @ParameterizedTest
    @CsvSource({"302", "404", "401"})
    void goNowhereElse(int answer) throws Exception {
        try (var listener = new Listener(false, answer)) {
            Notices notices = notices(hook(listener));

            tell(notices, begun().add(new Event.RunEnded(Ending.DONE)));
            notices.close();

            assertThat(listener.heard()).extracting(Listener.Heard::path).containsExactly("/hook");
            assertThat(notices.lost()).first().asString().endsWith("it answers with " + answer);
        }
    }

    @Test
    void holdUpNobodyWhileAnEndpointTakesItsTime() throws Exception {
        try (var listener = new Listener(true)) {
            Notices notices = notices(hook(listener));
            Story story = begun();

            for (int i = 0; i < 300; i++) {
                tell(notices, story.add(new Event.RunEnded(Ending.UNKNOWN)));
            }
            listener.hurry();
            notices.close();

            assertThat(notices.lost()).anyMatch(line -> line.endsWith("too many were waiting"));
            assertThat(listener.heard().size() + notices.lost().size()).isGreaterThanOrEqualTo(300);
        }
    }

    @Test
    void tellOfAWindowOnlyWhenItIsNear() throws Exception {
        try (var listener = new Listener(false)) {
            Notices notices = notices(hook(listener));
            Instant far = START.plus(Duration.ofHours(9));
            Instant near = START.plus(Duration.ofMinutes(20));

            tell(notices, begun().add(held("night", far)));
            tell(notices, begun().after(Duration.ofSeconds(1)).add(held("noon", near)));
            notices.close();

            assertThat(listener.heard())
                    .extracting(Listener.Heard::body)
                    .singleElement()
                    .asString()
                    .contains("the window noon");
            assertThat(notices.lost()).isEmpty();
        }
    }

    private static Event held(String window, Instant opens) {
        return new Event.StepHeld(new StepId("go"), new Hold.AwaitsWindow(window, opens));
    }

    @Test
    void areLeftOutWhereAnEndpointDoesNotWantThem() throws Exception {
        try (var listener = new Listener(false)) {
            Notices notices = notices(hook(listener, "GOTTHARD_HOOK_OPS_TELL", "failed, done"));

            tell(notices, begun().waits("go", "platform-lead"));
            tell(notices, begun().add(new Event.RunEnded(Ending.DONE)));
            notices.close();

            assertThat(listener.heard())
                    .extracting(Listener.Heard::body)
                    .singleElement()
                    .asString()
                    .contains("run.done");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GOTTHARD_HOOK_OPS_URL|gopher://x|GOTTHARD_HOOK_OPS_URL is no address",
                "GOTTHARD_HOOK_OPS_KEY|whsec_§|GOTTHARD_HOOK_OPS_KEY is no Base64",
                "GOTTHARD_HOOK_OPS_LOOK|teams|write json or slack",
                "GOTTHARD_HOOK_OPS_TELL|all|write held, failed, window, cutover or done",
                "GOTTHARD_HOOKS|Ops|small letters",
                "GOTTHARD_HOOKS|audit|set GOTTHARD_HOOK_AUDIT_URL"
            })
    void areRefusedWithWhatToCorrect(String variable, String value, String said) throws Exception {
        try (var listener = new Listener(false)) {
            Map<String, String> environment = hook(listener, variable, value);

            assertThatThrownBy(() -> notices(environment))
                    .isInstanceOf(Misconfigured.class)
                    .hasMessageContaining(said)
                    .hasMessageNotContaining(listener.address());
        }
    }
}
