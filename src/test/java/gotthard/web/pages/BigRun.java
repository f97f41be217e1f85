package gotthard.web.pages;

import gotthard.action.Difference;
import gotthard.graph.StepId;
import gotthard.journal.Opening;
import gotthard.overview.Story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A run of 3,000 steps, of which some are done, one failed, one waits and a few run.
final class BigRun {
    static final int STEPS = 3000;
    static final StepId FAILED = new StepId("files[host-1200]");

    private static final int DONE = 900;
    private static final int EACH = 1496;

    private BigRun() {}

    static Story story() {
        var more = new ArrayList<Opening.Listed>();
        var marks = new ArrayList<String>();
        for (int host = 1; host <= EACH; host++) {
            more.add(step("files[host-" + host + "]", "files.copy", Set.of("ready")));
            marks.add("files[host-" + host + "]");
        }
        more.add(step("all-there", "approve", Set.copyOf(marks)));
        more.add(step("announce", "ssh.run", Set.of("all-there")));
        for (int host = 1; host <= EACH; host++) {
            more.add(step("mark[host-" + host + "]", "ssh.run", Set.of("announce")));
        }
        var story =
                Story.begins(
                                "europe-files-k3x9q",
                                Instant.parse("2019-11-04T08:00:00Z"),
                                Story.opening("", more))
                        .found("ready", "12 findings, all good");
        for (int host = 1; host <= DONE; host++) {
            String step = "files[host-" + host + "]";
            story.intends(step, 1).ends(step).holds(step, Story.files(1204, 1204, 36_104_000));
        }
        for (int host = 1; host <= 5; host++) {
            story.intends("files[host-" + (DONE + host) + "]", 1);
        }
        return story.intends(FAILED.value(), 1)
                .ends(FAILED.value())
                .differs(FAILED.value(), Difference.missing("zurich-1/a.bin", "36,104 bytes"))
                .givesUp(FAILED.value())
                .waits("all-there", "platform-lead");
    }

    private static Opening.Listed step(String id, String kind, Set<String> needs) {
        return new Opening.Listed(
                new StepId(id),
                kind,
                1,
                "copy europe/suspicious-files from moscow to zurich-1",
                Set.copyOf(needs.stream().map(StepId::new).toList()),
                Set.of(),
                List.of(),
                "00");
    }
}
