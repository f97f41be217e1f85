package gotthard.files;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.Golden;
import gotthard.action.Before;
import gotthard.action.Outcome;
import gotthard.action.Verdict;
import gotthard.ssh.LabHost;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Between two real hosts of the lab.
@Tag("lab")
final class CopyActionLabTest extends CopyContract {
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

                Golden.assertMatches(
                        "files/full-disk-lab.txt",
                        lab.neutral(((Outcome.Failed) outcome).failure().toString())
                                .replaceAll("2,[0-9]{3},[0-9]{3} bytes", "2,… bytes"));
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
