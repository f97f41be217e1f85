package gotthard.policy;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.inventory.WindowName;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;

class WindowTest {
    private static final Set<DayOfWeek> EVERY_DAY = EnumSet.allOf(DayOfWeek.class);

    private static Window window(String zone, Set<DayOfWeek> days, String from, String to) {
        return new Window(
                new WindowName("w"),
                ZoneId.of(zone),
                days,
                LocalTime.parse(from),
                LocalTime.parse(to));
    }

    private static Instant at(String time) {
        return Instant.parse(time);
    }

    @Nested
    class Nights {
        private final Window nights =
                window("Europe/Zurich", EnumSet.of(DayOfWeek.FRIDAY), "22:00", "05:00");

        @Test
        void belongToTheDayOnWhichTheyBegin() {
            var saturdayMorning = at("2019-06-08T01:00:00Z");
            var fridayMorning = at("2019-06-07T01:00:00Z");

            assertThat(nights.start(saturdayMorning, Duration.ZERO)).contains(saturdayMorning);
            assertThat(nights.start(fridayMorning, Duration.ZERO))
                    .contains(at("2019-06-07T20:00:00Z"));
        }

        @Test
        void areHalfOpen() {
            assertThat(nights.start(at("2019-06-07T20:00:00Z"), Duration.ZERO))
                    .contains(at("2019-06-07T20:00:00Z"));
            assertThat(nights.start(at("2019-06-08T03:00:00Z"), Duration.ZERO))
                    .contains(at("2019-06-14T20:00:00Z"));
        }

        @Test
        void takeWhatEndsJustWhenTheyClose() {
            assertThat(nights.start(at("2019-06-08T01:00:00Z"), Duration.ofHours(2)))
                    .contains(at("2019-06-08T01:00:00Z"));
            assertThat(nights.start(at("2019-06-08T01:00:01Z"), Duration.ofHours(2)))
                    .contains(at("2019-06-14T20:00:00Z"));
        }

        @Test
        void neverTakeWhatIsLongerThanAllOfThem() {
            assertThat(nights.longest()).isEqualTo(Duration.ofHours(7));
            assertThat(nights.start(at("2019-06-08T01:00:00Z"), Duration.ofHours(7).plusSeconds(1)))
                    .isEmpty();
        }
    }

    @Nested
    class WholeDays {
        private final Window weekend =
                window(
                        "Europe/Zurich",
                        EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                        "00:00",
                        "00:00");

        @Test
        void thatTouchAreOne() {
            assertThat(weekend.longest()).isEqualTo(Duration.ofDays(2));
            assertThat(weekend.start(at("2019-06-07T22:00:00Z"), Duration.ofHours(30)))
                    .contains(at("2019-06-07T22:00:00Z"));
        }

        @Test
        void ofAWeekNeverClose() {
            var always = window("Europe/Zurich", EVERY_DAY, "00:00", "00:00");
            var now = at("2019-06-07T12:34:56Z");

            assertThat(always.start(now, Duration.ofDays(3))).contains(now);
        }
    }

    @Nested
    class ChangesOfTheClocks {
        /// In Zurich clocks went from 02:00 to 03:00 on 31 March 2019, and from 03:00 to 02:00 on 27 October.
        @ParameterizedTest
        @CsvSource({
            "02:30, 04:00, 2019-03-31T00:00:00Z, 2019-03-31T01:00:00Z, 2019-03-31T02:00:00Z",
            "01:00, 02:30, 2019-03-31T00:00:00Z, 2019-03-31T00:00:00Z, 2019-03-31T01:00:00Z",
            "02:30, 04:00, 2019-10-27T00:00:00Z, 2019-10-27T00:30:00Z, 2019-10-27T03:00:00Z",
            "01:00, 02:30, 2019-10-27T00:00:00Z, 2019-10-26T23:00:00Z, 2019-10-27T01:30:00Z",
        })
        void openAtTheFirstAndCloseAtTheLast(
                String from, String to, String now, String opens, String closes) {
            var window = window("Europe/Zurich", EVERY_DAY, from, to);

            var opening = window.next(at(now));

            assertThat(opening).isEqualTo(new Window.Opening(at(opens), at(closes)));
        }

        @Test
        void leaveNothingOfAnOpeningThatTheyJumpOver() {
            var window = window("Europe/Zurich", EVERY_DAY, "02:15", "02:45");

            assertThat(window.next(at("2019-03-30T12:00:00Z")).from())
                    .isEqualTo(at("2019-04-01T00:15:00Z"));
        }

        /// Every hour of years in which clocks changed, against the times that clocks show minute by minute.
        @ParameterizedTest
        @ValueSource(strings = {"Europe/Zurich", "Europe/Moscow"})
        void agreeWithWhatTheClocksShow(String zone) {
            var random = new Random(zone.hashCode());
            for (String change :
                    new String[] {
                        "2010-03-28",
                        "2010-10-31",
                        "2011-03-27",
                        "2014-10-26",
                        "2019-03-31",
                        "2019-10-27"
                    }) {
                for (int i = 0; i < 60; i++) {
                    var window = random(zone, random);
                    LocalDate day = LocalDate.parse(change).plusDays(random.nextInt(4) - 2);
                    if (window.days().contains(day.getDayOfWeek())) {
                        agrees(window, day);
                    }
                }
            }
        }

        private static Window random(String zone, Random random) {
            Set<DayOfWeek> days =
                    switch (random.nextInt(3)) {
                        case 0 -> EnumSet.of(DayOfWeek.SATURDAY);
                        case 1 -> EnumSet.of(DayOfWeek.SUNDAY);
                        default -> EVERY_DAY;
                    };
            return new Window(
                    new WindowName("w"),
                    ZoneId.of(zone),
                    days,
                    LocalTime.of(random.nextInt(5), 15 * random.nextInt(4)),
                    LocalTime.of(random.nextInt(6), 15 * random.nextInt(4)));
        }

        /// Just before it opens the window is shut, just before it closes it is open, unless another day's opening touches.
        private static void agrees(Window window, LocalDate day) {
            LocalDate last = window.to().isAfter(window.from()) ? day : day.plusDays(1);
            Instant opens = shownFirst(day.atTime(window.from()), window.zone());
            Instant closes = shownLast(last.atTime(window.to()), window.zone());
            if (!opens.isBefore(closes)) {
                return;
            }

            assertThat(window.start(opens, Duration.ZERO))
                    .as("%s on %s", window, day)
                    .contains(opens);
            Instant end = closes.minusSeconds(1);
            assertThat(window.start(end, Duration.ZERO)).as("%s on %s", window, day).contains(end);
            boolean isAlone = isAlone(window, day);
            if (isAlone) {
                assertThat(window.start(closes, Duration.ZERO))
                        .as("%s on %s", window, day)
                        .isPresent()
                        .get()
                        .isNotEqualTo(closes);
                Instant before = opens.minusSeconds(1);
                assertThat(window.start(before, Duration.ZERO))
                        .as("%s on %s", window, day)
                        .isPresent()
                        .get()
                        .isNotEqualTo(before);
            }
        }

        private static boolean isAlone(Window window, LocalDate day) {
            return Arrays.stream(new int[] {-2, -1, 1, 2})
                    .noneMatch(by -> window.days().contains(day.plusDays(by).getDayOfWeek()));
        }

        /// The first minute at which clocks show that time, or the first at which they show a later one.
        private static Instant shownFirst(LocalDateTime time, ZoneId zone) {
            Instant minute = time.minusHours(20).atZone(ZoneId.of("UTC")).toInstant();
            while (minute.atZone(zone).toLocalDateTime().isBefore(time)) {
                minute = minute.plus(1, ChronoUnit.MINUTES);
            }
            return minute;
        }

        /// The last minute at which clocks show that time; where they never do, the first at which they show a later one.
        private static Instant shownLast(LocalDateTime time, ZoneId zone) {
            Instant minute = time.plusHours(20).atZone(ZoneId.of("UTC")).toInstant();
            while (minute.atZone(zone).toLocalDateTime().isAfter(time)) {
                minute = minute.minus(1, ChronoUnit.MINUTES);
            }
            return minute.atZone(zone).toLocalDateTime().equals(time)
                    ? minute
                    : minute.plus(1, ChronoUnit.MINUTES);
        }
    }

    @Nested
    class Calendars {
        private static final Window NIGHTS = window("Europe/Zurich", EVERY_DAY, "22:00", "05:00");
        private static final Freeze YEAR_END =
                new Freeze(
                        "year-end",
                        ZoneId.of("Europe/Zurich"),
                        LocalDateTime.parse("2019-12-20T18:00"),
                        LocalDateTime.parse("2020-01-06T06:00"),
                        Set.of(new gotthard.inventory.SiteName("moscow")));
        private final Calendar calendar =
                new Calendar(
                        java.util.Map.of(new WindowName("w"), NIGHTS), java.util.List.of(YEAR_END));

        private Undertaking undertaking(boolean hasWindow, Duration takes, String site) {
            return new Undertaking(
                    hasWindow
                            ? java.util.Optional.of(new WindowName("w"))
                            : java.util.Optional.empty(),
                    java.util.Optional.empty(),
                    takes,
                    Set.of(new gotthard.inventory.SiteName(site)));
        }

        @Test
        void openAWindowOnlyAfterAFreezeThatCoversIt() {
            var delay =
                    calendar.delay(
                            undertaking(true, Duration.ofHours(1), "moscow"),
                            at("2019-12-21T12:00:00Z"));

            assertThat(delay)
                    .contains(new Delay.Shut(new WindowName("w"), at("2020-01-06T21:00:00Z")));
        }

        @Test
        void tellOfTheFreezeWhereTheWindowIsOpen() {
            var delay =
                    calendar.delay(
                            undertaking(true, Duration.ofHours(1), "moscow"),
                            at("2019-12-21T22:00:00Z"));

            assertThat(delay).contains(new Delay.Frozen("year-end", at("2020-01-06T21:00:00Z")));
        }

        @Test
        void freezeNothingAtOtherSites() {
            var now = at("2019-12-21T22:00:00Z");

            assertThat(calendar.delay(undertaking(false, Duration.ZERO, "zurich-1"), now))
                    .isEmpty();
            assertThat(calendar.delay(undertaking(false, Duration.ZERO, "moscow"), now))
                    .isPresent();
        }

        @Test
        void startWhatEndsBeforeAFreezeBegins() {
            var hourBefore = at("2019-12-20T16:00:00Z");

            assertThat(
                            calendar.delay(
                                    undertaking(false, Duration.ofHours(1), "moscow"), hourBefore))
                    .isEmpty();
            assertThat(
                            calendar.delay(
                                    undertaking(false, Duration.ofHours(2), "moscow"), hourBefore))
                    .contains(new Delay.Frozen("year-end", at("2020-01-06T05:00:00Z")));
            assertThat(calendar.delay(undertaking(false, Duration.ZERO, "moscow"), hourBefore))
                    .isEmpty();
        }

        @Test
        void startNothingBeforeItsDayNorThenOutsideOfItsWindow() {
            var day = java.time.LocalDate.parse("2020-01-06");
            var early =
                    new Undertaking(
                            java.util.Optional.of(new WindowName("w")),
                            java.util.Optional.of(day),
                            Duration.ofHours(1),
                            Set.of(new gotthard.inventory.SiteName("moscow")));

            assertThat(calendar.delay(early, at("2019-12-01T22:00:00Z")))
                    .contains(new Delay.Early(day, at("2020-01-06T21:00:00Z")));
            assertThat(calendar.delay(early, at("2020-01-06T12:00:00Z")))
                    .contains(new Delay.Shut(new WindowName("w"), at("2020-01-06T21:00:00Z")));
            assertThat(calendar.delay(early, at("2020-01-06T21:00:00Z"))).isEmpty();
        }

        @Test
        void keepAStepFromAWindowThatNobodyDeclares() {
            var nothing = new Calendar(java.util.Map.of(), java.util.List.of());

            assertThat(
                            nothing.delay(
                                    undertaking(true, Duration.ofHours(1), "moscow"),
                                    at("2019-12-21T22:00:00Z")))
                    .isPresent();
        }
    }
}
