package gotthard.transfer.stream;

import gotthard.transfer.Amount;
import gotthard.transfer.Late;
import gotthard.transfer.Sha256;
import gotthard.transfer.manifest.Entry;
import gotthard.transfer.manifest.Seal;

import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// Counts what one attempt does while it does it. For several threads.
public final class Meter {
    private final ReentrantLock lock = new ReentrantLock();
    private Amount listed = Amount.NONE;
    private Amount wanted = Amount.NONE;
    private Amount placed = Amount.NONE;
    private long failed;
    private long extra;
    private long sent;
    private Late late = Late.NONE;
    private Optional<Sha256> root = Optional.empty();

    /// Where an attempt is. What is listed and wanted grows while manifests are gone through; placed is never more than wanted, nor
    /// that more than listed.
    ///
    /// @param listed files of the source
    /// @param wanted those of them that the target lacks
    /// @param placed files that are at the target for good; the source hears of them at the end
    /// @param failed things that are not as at the source
    /// @param extra things that only the target has; the source hears of them at the end
    /// @param late what was written at the source meanwhile, of what is not as there; the source does not hear of it
    /// @param sent bytes that this end has put on lines
    public record Reading(
            Amount listed,
            Amount wanted,
            Amount placed,
            long failed,
            long extra,
            Late late,
            long sent) {}

    /// As of now.
    public Reading reading() {
        lock.lock();
        try {
            return new Reading(listed, wanted, placed, failed, extra, late, sent);
        } finally {
            lock.unlock();
        }
    }

    /// Merkle root of the source's manifest, once all of it has been heard.
    public Optional<Sha256> root() {
        lock.lock();
        try {
            return root;
        } finally {
            lock.unlock();
        }
    }

    void heard(Seal seal) {
        count(() -> root = Optional.of(seal.root()));
    }

    void listed(Entry entry) {
        if (Sizes.isFile(entry)) {
            count(() -> listed = listed.plus(Sizes.of(entry)));
        }
    }

    void wanted(long size) {
        count(() -> wanted = wanted.plus(size));
    }

    void placed(long size) {
        count(() -> placed = placed.plus(size));
    }

    void failed() {
        count(() -> failed++);
    }

    void extra() {
        count(() -> extra++);
    }

    /// A file that will not come in this attempt.
    void late(long size) {
        count(() -> late = late.plus(size));
    }

    void late(Late found) {
        count(() -> late = found);
    }

    void sent(long bytes) {
        count(() -> sent += bytes);
    }

    /// What the target has told at the end.
    void told(Tally tally) {
        count(
                () -> {
                    placed = new Amount(tally.files(), tally.bytes());
                    failed = tally.failed();
                    extra = tally.extra();
                });
    }

    private void count(Runnable what) {
        lock.lock();
        try {
            what.run();
        } finally {
            lock.unlock();
        }
    }
}
