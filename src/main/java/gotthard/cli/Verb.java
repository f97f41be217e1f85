package gotthard.cli;

import java.util.function.Supplier;

/// A word that follows `gotthard` on the command line.
///
/// @param summary what it is for, as a phrase
/// @param task makes what it does; called only when the verb is used
record Verb(String name, String summary, Supplier<Task> task) {}
