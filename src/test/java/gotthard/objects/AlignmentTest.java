package gotthard.objects;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.stream.Collectors;

/// Which versions at the target are which of the source; letters that are alike may be the same.
final class AlignmentTest {
    @ParameterizedTest
    @CsvSource({
        "abc, abc, 0-0 1-1 2-2",
        "abc, ac, 0-0 2-1",
        "ambm, bm, 2-0 3-1",
        "ab, xaby, 0-1 1-2",
        "aaa, aa, 0-0 1-1",
        "abc, xyz, ''",
        "abc, '', ''"
    })
    void takesTheMostThatFollowEachOther(String here, String there, String pairs) {
        Alignment alignment =
                Alignment.of(
                        here.length(), there.length(), (i, j) -> here.charAt(i) == there.charAt(j));

        assertThat(
                        alignment.pairs().stream()
                                .map(pair -> pair.here() + "-" + pair.there())
                                .collect(Collectors.joining(" ")))
                .isEqualTo(pairs);
    }
}
