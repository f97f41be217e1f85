package gotthard.journal;

import gotthard.action.Blob;
import gotthard.graph.StepId;

import java.util.HashMap;
import java.util.Map;

/// How one run writes names where names may not stand: as tags with the run's own salt, which lies in
/// the words of its opening and can be erased with them.
record RunNames(Blob salt, Map<String, StepId> byTag) {
    /// Where the opening's words are erased: a step is called by its tag.
    static final RunNames ERASED = new RunNames(Blob.of(new byte[0]), Map.of());

    RunNames {
        byTag = Map.copyOf(byTag);
    }

    static RunNames of(Blob salt, Opening opening) {
        Map<String, StepId> byTag = new HashMap<>();
        for (Opening.Listed step : opening.steps()) {
            byTag.put(Chain.tag(salt.bytes(), step.id().value()), step.id());
        }
        return new RunNames(salt, byTag);
    }

    boolean areErased() {
        return salt.size() == 0;
    }

    String tag(StepId step) {
        return Chain.tag(salt.bytes(), step.value());
    }

    String tag(RunId run) {
        return Chain.tag(salt.bytes(), run.value());
    }

    StepId step(String tag) {
        return byTag.getOrDefault(tag, new StepId(tag));
    }
}
