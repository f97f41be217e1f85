package gotthard.report;

import gotthard.access.Need;
import gotthard.access.Needs;
import gotthard.access.Wanted;
import gotthard.action.Access;
import gotthard.graph.StepId;

import java.util.Locale;

/// The rights that a plan needs, for programs: `"access": "gotthard/access/v1"`.
public final class AccessJson {
    private final JsonWriting json;

    private AccessJson(JsonWriting json) {
        this.json = json;
    }

    /// On one line.
    public static String of(Wanted wanted, Needs needs) {
        return JsonWriting.object(
                false,
                json -> {
                    json.text("access", "gotthard/access/v1");
                    json.text("plan", wanted.plan().value());
                    json.objects("rights", needs.all(), new AccessJson(json)::need);
                });
    }

    private void need(Need need) {
        Access access = need.access();
        json.text("site", access.where().site().value());
        json.text("endpoint", access.where().local());
        switch (access) {
            case Access.Kubernetes right -> {
                json.text("is", "kubernetes");
                json.text("verb", right.verb());
                json.text("group", right.group());
                json.text("resource", right.resource());
                json.text("namespace", right.namespace());
                json.text("name", right.name());
            }
            case Access.Namespace(_, var name, _) -> {
                json.text("is", "namespace");
                json.text("name", name);
            }
            case Access.Folder(_, var path, var writes, _) -> {
                json.text("is", "folder");
                json.text("path", path);
                json.truth("writes", writes);
            }
            case Access.Program(_, var oneOf, _) -> {
                json.text("is", "program");
                json.texts("oneOf", oneOf);
            }
            case Access.Objects(_, var action, var resource, _) -> {
                json.text("is", "objects");
                json.text("action", action);
                json.text("resource", resource);
            }
            case Access.Http(_, var path, _) -> {
                json.text("is", "http");
                json.text("path", path);
            }
        }
        json.texts(
                "for",
                access.phases().stream()
                        .sorted()
                        .map(phase -> phase.name().toLowerCase(Locale.ROOT))
                        .toList());
        json.texts("steps", need.steps().stream().map(StepId::value).toList());
    }
}
