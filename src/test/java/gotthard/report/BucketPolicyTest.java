package gotthard.report;

import gotthard.Golden;
import gotthard.access.Need;
import gotthard.action.Access;
import gotthard.graph.StepId;
import gotthard.inventory.EndpointName;
import gotthard.inventory.SiteName;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

/// Rights at an S3-compatible server, as its administrator can put them in.
final class BucketPolicyTest {
    @Test
    void namesEachActionForExactlyWhatItTouches() {
        List<Need> needs =
                List.of(
                        need("s3:ListBucket", "uploads"),
                        need("s3:GetObject", "uploads/europe/*"),
                        need("s3:GetObjectTagging", "uploads/europe/*"),
                        need("s3:GetObject", "uploads/russia/*"),
                        need("s3:GetObjectTagging", "uploads/russia/*"));

        Golden.assertMatches("objects/policy.txt", String.join("\n", BucketPolicy.lines(needs)));
    }

    private static Need need(String action, String resource) {
        var server = new EndpointName(new SiteName("moscow"), "s3");
        return new Need(
                new Access.Objects(server, action, resource, Access.Phase.ALL),
                new java.util.TreeSet<>(Set.of(new StepId("blobs"))));
    }
}
