package gotthard.policy;

import java.util.List;

/// What a rule asks for: true or false of how its cells stand at one moment. It always comes to an end, and depends on its footprint alone.
public interface Condition {
    /// As it was written.
    String text();

    /// All that it looks at, each once, sorted.
    List<Reading> footprint();

    boolean holds(Levels levels);
}
