package gotthard.policy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;

/// Local times as moments. One that the clocks leave out is the moment at which they jump, so that what begins before something else
/// never ends after it; one that they show twice is two moments.
final class LocalTimes {
    private LocalTimes() {}

    /// When clocks in the zone show that time first.
    static Instant first(LocalDateTime time, ZoneId zone) {
        ZoneOffsetTransition change = zone.getRules().getTransition(time);
        if (change == null) {
            return time.atZone(zone).toInstant();
        }
        return change.isGap() ? change.getInstant() : time.toInstant(change.getOffsetBefore());
    }

    /// When clocks in the zone show that time last.
    static Instant last(LocalDateTime time, ZoneId zone) {
        ZoneOffsetTransition change = zone.getRules().getTransition(time);
        return change == null || change.isGap()
                ? first(time, zone)
                : time.toInstant(change.getOffsetAfter());
    }
}
