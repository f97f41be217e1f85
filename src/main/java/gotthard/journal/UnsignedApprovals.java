package gotthard.journal;

import java.util.ArrayList;
import java.util.List;

/// Approvals of the time before they were signed, said to be so.
final class UnsignedApprovals {
    private static final Json UNSIGNED = new Json.Whole(0);

    private UnsignedApprovals() {}

    /// A gate's approvals, which are all words.
    static Parts each(Parts parts) {
        if (!(parts.words().values().get("each") instanceof Json.Items(var approvals))) {
            return parts;
        }
        List<Json> unsigned = new ArrayList<>();
        for (Json approval : approvals) {
            unsigned.add(marked(approval));
        }
        return new Parts(parts.facts(), parts.words().with("each", new Json.Items(unsigned)));
    }

    /// A request, if it is an approval; others are as they were.
    static Parts asked(Parts parts) {
        if (!(parts.facts().values().get("request") instanceof Json.Members request)
                || !new Json.Text("approve").equals(request.values().get("is"))) {
            return parts;
        }
        return new Parts(parts.facts().with("request", marked(request)), parts.words());
    }

    private static Json marked(Json approval) {
        return approval instanceof Json.Members members
                ? members.with("signed", UNSIGNED)
                : approval;
    }
}
