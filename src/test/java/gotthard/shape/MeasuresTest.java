package gotthard.shape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Duration;

class MeasuresTest {
    @Nested
    class Spans {
        @Test
        void addTheirParts() {
            assertThat(Durations.parse("1d2h3m4s5ms"))
                    .isEqualTo(
                            Parsed.good(
                                    Duration.ofDays(1)
                                            .plusHours(2)
                                            .plusMinutes(3)
                                            .plusSeconds(4)
                                            .plusMillis(5)));
            assertThat(Durations.parse("500ms")).isEqualTo(Parsed.good(Duration.ofMillis(500)));
            assertThat(Durations.parse("")).isInstanceOf(Parsed.Bad.class);
        }

        @Test
        void areWrittenAsTheyAreRead() {
            assertThat(Durations.text(Duration.ofMinutes(90))).isEqualTo("1h30m");
            assertThat(Durations.text(Duration.ZERO)).isEqualTo("0s");
        }
    }

    @Nested
    class ByteSizes {
        @Test
        void countByThousandOrBy1024() {
            assertThat(ByteSize.parse("64Mi")).isEqualTo(Parsed.good(new ByteSize(64L << 20)));
            assertThat(ByteSize.parse("64MiB")).isEqualTo(ByteSize.parse("64Mi"));
            assertThat(ByteSize.parse("10k")).isEqualTo(Parsed.good(new ByteSize(10_000)));
            assertThat(ByteSize.parse("512B")).isEqualTo(Parsed.good(new ByteSize(512)));
            assertThat(ByteSize.parse("512")).isInstanceOf(Parsed.Bad.class);
        }

        @Test
        void areWrittenAsTheyAreRead() {
            assertThat(new ByteSize(64L << 20)).hasToString("64Mi");
            assertThat(new ByteSize(1_500)).hasToString("1500B");
            assertThat(new ByteSize(0)).hasToString("0B");
        }

        @Test
        void areRoundedForPeople() {
            assertThat(new ByteSize(1_610_612_736).display()).isEqualTo("1.5 GiB");
            assertThat(new ByteSize(1023).display()).isEqualTo("1023 B");
        }
    }

    @Nested
    class Rates {
        @Test
        void countBitsOrBytes() {
            assertThat(Rate.parse("200Mbit/s")).isEqualTo(Parsed.good(new Rate(200_000_000)));
            assertThat(Rate.parse("1.5MB/s")).isEqualTo(Parsed.good(new Rate(12_000_000)));
            assertThat(Rate.parse("1KiB/s")).isEqualTo(Parsed.good(new Rate(8192)));
            assertThat(new Rate(8192).bytesPerSecond()).isEqualTo(1024.0);
        }

        @Test
        void areWrittenAsTheyAreRead() {
            assertThat(new Rate(200_000_000)).hasToString("200Mbit/s");
        }
    }

    @Nested
    class Percents {
        @Test
        void keepTwoPlaces() {
            assertThat(Percent.parse("12.5%")).isEqualTo(Parsed.good(new Percent(1250)));
            assertThat(Percent.parse("100%").map(Percent::fraction)).isEqualTo(Parsed.good(1.0));
            assertThat(Percent.of(30)).hasToString("30%");
        }
    }
}
