package gotthard.journal;

import gotthard.inventory.PersonName;
import gotthard.world.Invariant;

/// What is waived, taken apart and put together: the invariant and the end are facts.
final class WaivedParts {
    private WaivedParts() {}

    static void waived(Splitting to, Waived waived) {
        to.fact("invariant", waived.invariant())
                .fact("until", waived.until())
                .word("of", waived.of())
                .word("by", waived.by().value())
                .word("why", waived.why())
                .word("envelope", waived.envelope());
    }

    static Waived waived(Joining from) {
        return new Waived(
                from.choice("invariant", Invariant.class),
                from.word("of"),
                new PersonName(from.word("by")),
                from.instant("until"),
                from.word("why"),
                from.word("envelope"));
    }
}
