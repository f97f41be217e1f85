package gotthard.run;

import gotthard.action.Allowance;
import gotthard.graph.Protected;
import gotthard.inventory.SiteName;
import gotthard.journal.RunState;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// How fast data moves at sites, for all steps of a run together, and whether it moves at all: at a site that is spared, nothing does.
final class Paces {
    private final Map<SiteName, Bucket> buckets = new HashMap<>();
    private final InstantSource clock;
    private final Sleep sleep;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private Set<SiteName> spared = Set.of();

    Paces(Map<SiteName, Protected> protections, InstantSource clock, Sleep sleep) {
        this.clock = clock;
        this.sleep = sleep;
        protections.forEach(
                (site, it) -> it.rate().ifPresent(rate -> buckets.put(site, new Bucket(rate))));
    }

    /// From the deciding thread, whenever the run's state has changed.
    void follow(RunState run) {
        Set<SiteName> now = run.operations().sparedSites().keySet();
        lock.lock();
        try {
            if (!now.equals(spared)) {
                spared = Set.copyOf(now);
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Waits until so many bytes more may move at all of these sites. From any thread.
    void await(Set<SiteName> sites, long bytes) throws InterruptedException {
        awaitRest(sites);
        Instant now = clock.instant();
        Duration longest = Duration.ZERO;
        for (SiteName site : sites) {
            Bucket bucket = buckets.get(site);
            if (bucket != null) {
                Duration wait = bucket.take(bytes, now);
                longest = wait.compareTo(longest) > 0 ? wait : longest;
            }
        }
        if (!longest.isZero()) {
            sleep.sleep(longest);
        }
    }

    /// What may move at all of these sites now. From any thread.
    Allowance allowance(Set<SiteName> sites) {
        lock.lock();
        try {
            if (!Collections.disjoint(spared, sites)) {
                return new Allowance.Nothing();
            }
        } finally {
            lock.unlock();
        }
        return sites.stream()
                .flatMap(site -> Optional.ofNullable(buckets.get(site)).stream())
                .map(Bucket::rate)
                .min(Comparator.naturalOrder())
                .<Allowance>map(Allowance.AtMost::new)
                .orElseGet(Allowance.Unlimited::new);
    }

    private void awaitRest(Set<SiteName> sites) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!Collections.disjoint(spared, sites)) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }
}
