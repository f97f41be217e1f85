package gotthard.run;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.action.Before;
import gotthard.action.Captured;
import gotthard.action.Difference;
import gotthard.action.Verdict;
import gotthard.graph.StepId;
import gotthard.inventory.SiteName;
import gotthard.journal.Ending;
import gotthard.journal.Entry;
import gotthard.journal.Event;
import gotthard.journal.Opening;
import gotthard.journal.RunId;
import gotthard.journal.RunState;
import gotthard.journal.SitePause;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a site that is spared means for an attempt there, turn by turn.
final class SparingTest {
    private static final StepId STEP = Routes.id("copy");
    private static final SiteName SITE = new SiteName("zurich-1");
    private static final Signal PAUSED =
            new Signal.SitePaused(SITE, new SitePause("load", "9", "at most 1"));
    private static final Signal RESUMED = new Signal.SiteResumed(SITE);
    private static final Instant START = Instant.parse("2019-11-13T08:00:00Z");

    private final Routes routes = new Routes().deadline(Duration.ofMinutes(1)).idle("copy");
    private final Rules rules = new Rules(routes.graph(), Routes.inventory(), Options.USUAL);
    private Turn turn =
            new Turn(List.of(), List.of(), Optional.empty(), Optional.empty(), opened());

    private State opened() {
        var opening = routes.opening(Opening.Selection.ALL, Opening.Limits.USUAL, 1);
        var first = new Entry(1, START, new Event.RunOpened(opening));
        return rules.open(RunState.opened(new RunId("moves-aaaaa"), first));
    }

    private void after(int seconds, Signal... heard) {
        turn = rules.decide(turn.state(), List.of(heard), START.plusSeconds(seconds));
    }

    private static Signal looked() {
        return new Signal.Looked(
                STEP,
                Verdict.differs(Difference.missing("a", "b")),
                Optional.of(new Captured.Found(new Before.Absent())));
    }

    @Nested
    final class AnAttempt {
        @BeforeEach
        void isUnderWay() {
            after(0);
            after(1, looked());
            assertThat(turn.orders()).hasAtLeastOneElementOfType(Order.Apply.class);
            after(2, PAUSED);
        }

        @Test
        void isNotOverdueWhileItWaits() {
            after(600);

            assertThat(turn.orders()).isEmpty();
            assertThat(turn.ending()).isEmpty();
        }

        @Test
        void hasTheRestOfItsTimeWhenTheSiteIsWellAgain() {
            after(600, RESUMED);
            after(658);
            boolean early = !turn.orders().isEmpty();
            after(659);

            assertThat(early).isFalse();
            assertThat(turn.orders()).containsExactly(new Order.Cancel(STEP));
        }

        @Test
        void isToldToStopWhenTheRunTurnsBack() {
            after(3, new Signal.RollbackAsked("the wrong night"));

            assertThat(turn.orders()).containsExactly(new Order.Cancel(STEP));
        }

        @Test
        void isRecordedOnceHoweverOftenTheSiteIsSaidToBeBad() {
            after(3, PAUSED);

            assertThat(turn.events()).isEmpty();
        }
    }

    @Nested
    final class AStep {
        @Test
        void doesNotStartBeforeTheSiteIsWellAgain() {
            after(0, PAUSED);
            List<Order> orders = turn.orders();
            Optional<Ending> ending = turn.ending();
            after(5, RESUMED);

            assertThat(orders).isEmpty();
            assertThat(ending).isEmpty();
            assertThat(turn.orders()).hasOnlyElementsOfType(Order.Look.class);
        }

        @Test
        void isLookedAtAgainWhenTheSiteWasPausedMeanwhile() {
            after(0);
            after(1, PAUSED, looked());
            List<Order> orders = turn.orders();
            after(5, RESUMED);

            assertThat(orders).isEmpty();
            assertThat(turn.orders()).hasOnlyElementsOfType(Order.Look.class);
        }
    }
}
