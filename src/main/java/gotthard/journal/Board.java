package gotthard.journal;

import gotthard.action.Progress;
import gotthard.graph.StepId;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.LinkedHashMap;
import java.util.Map;

/// The latest progress of each step, for other processes to see. Nothing here is needed: what can't be
/// written is dropped.
record Board(Database database) {
    private static final Logger LOG = LoggerFactory.getLogger(Board.class);

    void put(RunId run, StepId step, Progress progress) {
        Splitting to = Splitting.allWords();
        ActionParts.progress(to, progress);
        byte[] bytes = JsonText.bytes(to.parts().words());
        try {
            database.writeLazily(
                    it -> {
                        it.run(Sql.PUT_PROGRESS, run.value(), step.value(), bytes);
                        return true;
                    });
        } catch (JournalUnusable e) {
            LOG.atDebug().addKeyValue("step", step).setCause(e).log("progress dropped");
        }
    }

    Map<StepId, Progress> of(RunId run) {
        Map<StepId, Progress> latest = new LinkedHashMap<>();
        return database.read(
                it -> {
                    it.each(
                            Sql.PROGRESS,
                            row -> latest.put(new StepId(row.text(0)), progress(row)),
                            run.value());
                    return latest;
                });
    }

    private static Progress progress(Database.Row row) {
        return ActionParts.progress(Joining.allWords(JsonText.members(row.blob(1).bytes())));
    }
}
