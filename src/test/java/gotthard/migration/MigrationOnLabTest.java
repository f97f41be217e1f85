package gotthard.migration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Tag;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// On the lab: 2,000 files and their metadata over SSH, and pods that answer.
@Tag("lab")
final class MigrationOnLabTest extends MigrationContract {
    @Override
    Ground ground(Path below) throws IOException {
        return new LabGround(below);
    }

    @Override
    int files() {
        return 1_600;
    }

    @Override
    void answers(String site) {
        String region =
                ground().cluster(site)
                        .raw("/api/v1/namespaces/intake/services/analysis:80/proxy/region");

        assertThat(region).isEqualTo("europe");
    }

    /// The API server's own record: one making of each object by this run, and no more.
    @Override
    void nothingWasDoneTwice() throws Exception {
        super.nothingWasDoneTwice();
        for (String site : Ground.ZURICH) {
            assertThat(made(site)).as(site).doesNotHaveDuplicates();
        }
    }

    private List<String> made(String site) throws IOException {
        Path audit = ((LabGround) ground()).lab().audit(site);
        var made = new ArrayList<String>();
        for (String line : Files.readAllLines(audit)) {
            JsonNode entry = new ObjectMapper().readTree(line);
            JsonNode object = entry.path("objectRef");
            boolean isMaking =
                    entry.at("/responseStatus/code").asInt() == 201
                            && !entry.path("requestURI").asText().contains("dryRun=");
            if (object.path("name").asText().equals("intake")
                    && object.path("resource").asText().equals("namespaces")
                    && entry.path("verb").asText().equals("delete")) {
                made.clear();
            } else if (isMaking && object.path("namespace").asText().equals("intake")) {
                made.add(object.path("resource").asText() + " " + object.path("name").asText());
            }
        }
        return made;
    }
}
