package gotthard.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.Golden;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// What people see while a run goes on.
final class TableTest {
    private static final Looks PLAIN = new Looks(true, false, true, 80);

    private static final Board BOARD =
            new Board(
                    "europe-files-k3x9q  Files shared by users in Europe are stored and processed in Zurich",
                    List.of(
                            Row.of("ready", Row.Mark.GOOD, "verified", "14 findings, all good"),
                            copying("files[zurich-1]", OptionalLong.of(36_100_000)),
                            copying("files[zurich-2]", OptionalLong.empty()),
                            copying("a-step-whose-name-is-longer-than-fits", OptionalLong.of(1)),
                            Row.of("go", Row.Mark.HELD, "held", "waits for platform-lead"),
                            Row.of("run", Row.Mark.WAITING, "pending", "needs go"),
                            Row.of("scale", Row.Mark.BAD, "failed", "zurich-1 refused the key"),
                            Row.of("old", Row.Mark.BACK, "rolled back", "")),
                    "1 of 7 verified, 3 running, 1 held; 12s");

    private static Row copying(String name, OptionalLong total) {
        return new Row(
                name,
                Row.Mark.BUSY,
                "running",
                "moscow/file-1 → zurich-1/file-1",
                Optional.of(new Amount(12_400_000, total, "bytes")),
                OptionalDouble.of(4_200_000),
                Optional.of(new Row.Left(Duration.ofSeconds(5), Duration.ofSeconds(11))),
                Optional.of(Duration.ofMillis(3_400)));
    }

    @Test
    void fitsIntoEightyColumns() {
        List<String> lines = Table.draw(BOARD, PLAIN);

        assertThat(lines).allMatch(line -> line.length() < 80);
        Golden.assertMatches("terminal/eighty.txt", String.join("\n", lines));
    }

    @Test
    void fitsIntoForty() {
        List<String> lines = Table.draw(BOARD, PLAIN.withWidth(40));

        assertThat(lines).allMatch(line -> line.length() < 40);
        Golden.assertMatches("terminal/forty.txt", String.join("\n", lines));
    }

    @Test
    void saysMoreWhereThereIsRoom() {
        Golden.assertMatches(
                "terminal/wide.txt", String.join("\n", Table.draw(BOARD, PLAIN.withWidth(140))));
    }

    @Test
    void managesWithAscii() {
        List<String> lines = Table.draw(ascii(), new Looks(true, false, false, 80));

        assertThat(String.join("", lines)).matches("\\p{ASCII}*");
        Golden.assertMatches("terminal/ascii.txt", String.join("\n", lines));
    }

    @Test
    void neverShowsMoreThanAll() {
        List<String> lines =
                Table.draw(new Board("", List.of(copying("x", OptionalLong.of(1_000))), ""), PLAIN);

        assertThat(lines.get(1)).contains("100%").doesNotContain("1240000%");
    }

    @Test
    void showsAnUnknownTotalAsUnknown() {
        List<String> lines =
                Table.draw(new Board("", List.of(copying("x", OptionalLong.empty())), ""), PLAIN);

        assertThat(lines.get(1)).contains("12.4 MB").doesNotContain("%").doesNotContain(" of ");
    }

    @Test
    void paintsOnlyWhereThereAreColours() {
        String painted = String.join("", Table.draw(BOARD, new Looks(true, true, true, 80)));
        String plain = String.join("", Table.draw(BOARD, PLAIN));

        assertThat(painted).contains("\u001b[32m");
        assertThat(plain).doesNotContain("\u001b");
    }

    private static Board ascii() {
        return new Board(
                BOARD.title(),
                BOARD.rows().stream()
                        .map(
                                row ->
                                        new Row(
                                                row.name(),
                                                row.mark(),
                                                row.state(),
                                                row.doing().replace("→", "to"),
                                                row.amount(),
                                                row.perSecond(),
                                                row.left(),
                                                row.elapsed()))
                        .toList(),
                BOARD.status());
    }
}
