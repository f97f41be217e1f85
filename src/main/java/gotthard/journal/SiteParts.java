package gotthard.journal;

import gotthard.inventory.SiteName;

/// Events of sites, taken apart and put together: all of them are words.
final class SiteParts {
    private SiteParts() {}

    static void paused(Splitting to, SiteName site, SitePause pause) {
        to.word("site", site.value())
                .word("signal", pause.signal())
                .word("value", pause.value())
                .word("threshold", pause.threshold());
    }

    static Event.SitePaused paused(Joining from) {
        return new Event.SitePaused(
                new SiteName(from.word("site")),
                new SitePause(from.word("signal"), from.word("value"), from.word("threshold")));
    }
}
