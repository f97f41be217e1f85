package gotthard.journal;

import java.util.Map;
import java.util.function.UnaryOperator;

/// Turns what older versions wrote into what this one reads: for each old kind, the next one and a
/// pure function between their parts. Stored bytes are never rewritten.
record Upcasts(Map<String, Upcast> fromKind) {
    /// Those of this version: approvals are signed since version 2, and those before are read as unsigned.
    static final Upcasts SHIPPED =
            new Upcasts(
                    Map.of(
                            "step.approved/1",
                            new Upcast("step.approved/2", UnsignedApprovals::each),
                            "request.accepted/1",
                            new Upcast("request.accepted/2", UnsignedApprovals::asked),
                            "request.refused/1",
                            new Upcast("request.refused/2", UnsignedApprovals::asked)));

    Upcasts {
        fromKind = Map.copyOf(fromKind);
    }

    /// The same in the newest kind that this version knows; a kind that nobody knows stays as it is.
    Versioned newest(Versioned stored) {
        Versioned now = stored;
        Upcast upcast = fromKind.get(now.kind());
        while (upcast != null) {
            now = upcast.apply(now);
            upcast = fromKind.get(now.kind());
        }
        return now;
    }

    boolean knows(String kind) {
        return fromKind.containsKey(kind) || EventKinds.KINDS.contains(kind);
    }

    /// Parts with the kind that says how to read them. Where the words are erased they have no members.
    record Versioned(String kind, Parts parts) {}

    /// @param to the next newer kind
    record Upcast(String to, UnaryOperator<Parts> how) {
        Versioned apply(Versioned older) {
            return new Versioned(to, how.apply(older.parts()));
        }
    }
}
