package gotthard.policy;

/// What is done with a cell at a site.
public enum Use {
    STORE,
    WRITE,
    STAGE,
    PROCESS
}
