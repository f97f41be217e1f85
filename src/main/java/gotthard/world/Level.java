package gotthard.world;

/// How much of something is there. What is half there counts against a plan: it resides and accepts, but does not serve.
public enum Level {
    NONE,
    HALF,
    FULL
}
