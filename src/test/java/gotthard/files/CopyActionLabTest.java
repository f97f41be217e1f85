package gotthard.files;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.Golden;
import gotthard.action.Before;
import gotthard.action.Outcome;
import gotthard.action.Verdict;
import gotthard.ssh.LabHost;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Between two real hosts of the lab.
@Tag("lab")
final class CopyActionLabTest extends CopyContract {
    private static final Pattern BYTES = Pattern.compile("([0-9,]+) bytes");

    @Override
    Sites sites() throws Exception {
        return LabCopy.ready(FILES);
    }

    @Test
    void tellsHowManyBytesAFullDiskLacks() throws Exception {
        try (LabCopy lab = LabCopy.ready(0)) {
            lab.from().write("large.bin", new byte[3_000_000]);
            LabHost.lab("fill", "zurich-1", "files-1", "1000000");
            try {
                Outcome outcome = lab.action().apply(lab.context(1), new Before.Absent());

                String told = lab.neutral(((Outcome.Failed) outcome).failure().toString());
                Matcher lacking = BYTES.matcher(told);
                assertThat(lacking.find()).as(told).isTrue();
                // The file needs 3,000,000; a few blocks of the free 1,000,000 go elsewhere.
                assertThat(Long.parseLong(lacking.group(1).replace(",", "")))
                        .isBetween(1_900_000L, 2_100_000L);
                Golden.assertMatches("files/full-disk-lab.txt", lacking.replaceFirst("N bytes"));
                assertThat(lab.arriving().describe()).isEmpty();
            } finally {
                LabHost.lab("drain", "zurich-1", "files-1");
            }

            assertThat(lab.action().apply(lab.context(1), new Before.Absent()))
                    .isInstanceOf(Outcome.Changed.class);
            assertThat(lab.action().verify(lab.context(1))).isInstanceOf(Verdict.Holds.class);
        }
    }
}
