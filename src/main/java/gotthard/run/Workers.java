package gotthard.run;

/// Carries out orders, beside the deciding thread.
public interface Workers {
    /// Returns at once; each [Order.Job] leads to exactly one report in the mailbox.
    void carryOut(Order order);

    /// Another coordinator has taken over: whatever runs is interrupted.
    void interruptAll();
}
