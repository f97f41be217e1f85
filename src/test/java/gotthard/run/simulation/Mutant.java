package gotthard.run.simulation;

/// A planted bug, which the simulation must find.
enum Mutant {
    NONE,
    /// The journal says "durable" before it is.
    INTENT_AFTER_EFFECT,
    /// After a crash, what was there before is captured again.
    RECAPTURE_ON_RESUME,
    /// A rollback skips attempts whose end was not recorded.
    UNDO_ONLY_RECORDED,
    /// A retry gets a key of its own.
    RETRY_WITH_NEW_KEY,
    /// An overtaken coordinator goes on.
    IGNORE_FENCE,
    /// Steps don't wait for what they need.
    START_BEFORE_VERIFICATION,
    /// An attempt that says it went well is believed.
    BELIEVE_WITHOUT_CHECK,
    /// What is undone first is what others rely on.
    UNDO_FORWARDS,
    /// After a crash, a step is repeated without a look.
    NO_LOOK_AFTER_CRASH,
    /// Undone is taken for restored.
    RESTORED_WITHOUT_CHECK,
    /// Slots are never given back.
    SLOT_LEAK,
    /// Limits are not kept.
    NO_LIMITS,
    /// Whoever asks may approve.
    ANYBODY_APPROVES,
    /// A job that has not reported is taken for ended.
    UNDO_WHILE_APPLYING,
    /// What others made is overwritten.
    FOREIGN_IS_OURS
}
