package gotthard.mover;

/// What a mover says while it works, line by line, for who reads the log of its pod.
@FunctionalInterface
interface Voice {
    void say(String line);
}
