package gotthard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.Golden;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;

/// A plan that copies once what users still write to, and says that all of it moves: nothing is begun unless somebody answers for it.
final class UnprovenTest {
    private static final String PLAN = Workplace.plan("unproven");
    private static final String LEAD = "platform-lead-1";

    @TempDir Path state;

    private Workplace here() {
        return new Workplace(state);
    }

    private Path waiver() {
        return state.resolve("goal.waiver");
    }

    private static String soon() {
        return LocalDate.now(ZoneOffset.UTC).plusDays(30).toString();
    }

    private Typed waive(String... more) {
        return here().type(
                        Stream.concat(
                                        Stream.of("waive", PLAN, "goal", "-o", waiver().toString()),
                                        Stream.of(more))
                                .toArray(String[]::new));
    }

    private Typed waived() {
        return waive("--as", LEAD, "--reason", "nobody uploads", "--until", soon());
    }

    private String neutral(Typed typed) {
        return here().neutral(typed)
                .replaceAll("on \\d{4}-\\d\\d-\\d\\d", "on DAY")
                .replaceAll("as-of \\d{4}-\\d\\d-\\d\\d", "as-of DAY")
                .replaceAll("until \\d{4}-\\d\\d-\\d\\dT[0-9:]+Z", "until THEN");
    }

    @Nested
    final class WithoutAWaiver {
        @Test
        void isNotBegunAndTheStoryIsTold() {
            Typed apply = here().type("apply", PLAN);

            assertThat(apply.exit()).isEqualTo(Exit.FORBIDDEN);
            Golden.assertMatches("cli/unproven-apply.txt", neutral(apply));
            assertThat(here().type("status").transcript()).contains("there is no run yet");
        }

        @Test
        void isNotValid() {
            Typed validate = Typed.command("validate", PLAN);

            assertThat(validate.exit()).isEqualTo(Exit.FORBIDDEN);
            Golden.assertMatches("cli/unproven-validate.txt", neutral(validate));
        }

        @Test
        void isNotBegunAsASavedPlanEither() {
            Path saved = state.resolve("saved");
            assertThat(here().type("plan", PLAN, "-o", saved.toString()).exit())
                    .isEqualTo(Exit.CHANGES);

            Typed apply = here().type("apply", saved.toString());

            assertThat(apply.exit()).isEqualTo(Exit.FORBIDDEN);
        }
    }

    @Nested
    final class WithAWaiver {
        @Test
        void isBegunAndEveryReportShowsWhoAnswersForIt() {
            Typed waived = waived();
            assertThat(waived.exit()).as(waived.transcript()).isEqualTo(Exit.DONE);

            Typed apply = here().type("apply", PLAN, "--waiver", waiver().toString());

            assertThat(apply.exit()).as(apply.transcript()).isEqualTo(Exit.DONE);
            String sentence =
                    "goal of europe/suspicious-files is not proven; platform-lead-1 answers for it until";
            assertThat(here().type("status").out()).contains(sentence, "nobody uploads");
            assertThat(here().type("report").out()).contains(sentence, "nobody uploads");
            assertThat(here().type("report", "--output", "json").out()).contains(sentence);
            assertThat(here().type("state", "check").exit()).isEqualTo(Exit.DONE);
        }

        @Test
        void isBegunAsASavedPlan() {
            Path saved = state.resolve("saved");
            here().type("plan", PLAN, "-o", saved.toString());
            waived();

            Typed apply = here().type("apply", saved.toString(), "--waiver", waiver().toString());

            assertThat(apply.exit()).as(apply.transcript()).isEqualTo(Exit.DONE);
        }

        @Test
        void isNotBegunWhereADocumentHasChangedSince() throws IOException {
            Path changed = Path.of("target/unproven-changed.yaml");
            waived();
            Files.writeString(
                    changed,
                    Files.readString(Path.of(PLAN))
                            .replace("../../../../", "../")
                            .replace("level: full", "level: sample"));

            Typed apply = here().type("apply", changed.toString(), "--waiver", waiver().toString());

            assertThat(apply.exit()).isEqualTo(Exit.FAILED);
            assertThat(apply.transcript())
                    .contains("has changed since platform-lead-1 signed the waiver");
        }

        @Test
        void isNotBegunByOneThatAStrangerSigned() throws IOException {
            Path key = state.resolve("stranger");
            assertThat(Typed.command("key", "new", "--out", key.toString()).exit())
                    .isEqualTo(Exit.DONE);

            Typed waived =
                    waive(
                            "--as",
                            LEAD,
                            "--reason",
                            "it is said so",
                            "--until",
                            soon(),
                            "--key",
                            key.toString());

            assertThat(waived.exit()).isEqualTo(Exit.FAILED);
            assertThat(waived.transcript()).contains("does not have the signature of a key");
            assertThat(waiver()).doesNotExist();
        }

        @Test
        void isNotBegunByTextThatIsNoWaiver() throws IOException {
            Files.writeString(waiver(), "{}");

            Typed apply = here().type("apply", PLAN, "--waiver", waiver().toString());

            assertThat(apply.exit()).isEqualTo(Exit.FAILED);
            assertThat(apply.transcript()).contains("does not have the signature of a key");
        }
    }

    @Nested
    final class ARuleOfThePolicy {
        private final String unruly = Workplace.plan("unruly");

        @Test
        void isWaivedByItsNameAndEveryReportShowsWhoAnswersForIt() {
            Typed refused = here().type("apply", unruly);
            assertThat(refused.exit()).isEqualTo(Exit.FORBIDDEN);
            Typed waived =
                    here().type(
                                    "waive",
                                    unruly,
                                    "rule",
                                    "-o",
                                    waiver().toString(),
                                    "--as",
                                    LEAD,
                                    "--reason",
                                    "half of them do no harm",
                                    "--until",
                                    soon());
            assertThat(waived.exit()).as(waived.transcript()).isEqualTo(Exit.DONE);

            Typed apply = here().type("apply", unruly, "--waiver", waiver().toString());

            assertThat(apply.exit()).as(apply.transcript()).isEqualTo(Exit.DONE);
            Golden.assertMatches(
                    "cli/unruly-waived.txt",
                    String.join(
                            "\n",
                            neutral(Typed.command("prove", unruly, "--as-of", "2019-06-01")),
                            neutral(refused),
                            neutral(waived),
                            neutral(here().type("status"))
                                    .replaceAll("unruly-[a-z0-9]{5}", "RUN")
                                    .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "THEN")));
            String sentence =
                    "rule of europe/suspicious-files:whole-files is not proven; platform-lead-1 answers for it until";
            assertThat(apply.transcript()).contains("waived: " + sentence);
            assertThat(here().type("report").out()).contains(sentence, "half of them do no harm");
            assertThat(here().type("report", "--output", "json").out()).contains(sentence);
            assertThat(here().type("state", "check").exit()).isEqualTo(Exit.DONE);
        }
    }

    @Nested
    final class Waiving {
        @Test
        void needsANameAReasonAnEndAndAnInvariantThatCanBeBroken() {
            assertThat(waive("--as", LEAD, "--until", soon()).transcript())
                    .contains("add --reason TEXT");
            assertThat(waive("--as", LEAD, "--reason", "so").transcript())
                    .contains("add --until DATE");
            assertThat(waive("--reason", "so", "--until", soon()).transcript())
                    .contains("add --as PERSON");
            assertThat(waive("--as", "nobody-1", "--reason", "so", "--until", soon()).transcript())
                    .contains("has no person \"nobody-1\"");
            assertThat(waive("--as", LEAD, "--reason", "so", "--until", "2199-01-01").transcript())
                    .contains("nobody answers for longer than 90 days");
            Typed other =
                    here().type(
                                    "waive",
                                    PLAN,
                                    "gaol",
                                    "--as",
                                    LEAD,
                                    "--reason",
                                    "so",
                                    "--until",
                                    soon(),
                                    "-o",
                                    waiver().toString());
            assertThat(other.transcript()).contains("can't break an invariant \"gaol\"");
            assertThat(other.exit()).isEqualTo(Exit.BAD_USE);
        }

        @Test
        void ofAProvenPlanIsRefused() {
            Typed waived =
                    here().type(
                                    "waive",
                                    Workplace.plan("copy"),
                                    "goal",
                                    "--as",
                                    LEAD,
                                    "--reason",
                                    "so",
                                    "--until",
                                    soon(),
                                    "-o",
                                    waiver().toString());

            assertThat(waived.transcript()).contains("it is proven, and needs no waiver");
        }
    }
}
