package gotthard.journal;

import java.util.Optional;

/// Who may append to which run.
sealed interface Leases permits FileLeases, RowLeases {
    /// Keeps others out, unless somebody keeps this process out.
    Journal.Acquired acquire(RunId run, String holder);

    /// Who keeps others out just now, this process included.
    Optional<String> holder(RunId run);

    /// The lease that this journal has on a run.
    Optional<Lease> held(RunId run);

    /// Tells others that this process is alive.
    ///
    /// @return whether the lease still holds
    boolean beat(Lease lease);

    void release(Lease lease);

    void releaseAll();
}
