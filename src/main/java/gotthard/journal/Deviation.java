package gotthard.journal;

/// One thing that is not as a saved plan predicted.
///
/// @param thing what, with its endpoint: `zurich-1/cluster ConfigMap intake/rules`
/// @param predicted in words: `create: is made`
/// @param found in words, as predicted now: `update: 1 field changes`
public record Deviation(String thing, String predicted, String found) {
    @Override
    public String toString() {
        return thing + ": predicted " + predicted + ", now " + found;
    }
}
