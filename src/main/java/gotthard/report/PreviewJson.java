package gotthard.report;

import gotthard.action.Declaration;
import gotthard.action.Prediction;
import gotthard.inventory.RoleName;
import gotthard.preview.Outlook;
import gotthard.preview.Predicted;
import gotthard.preview.Preview;
import gotthard.preview.Totals;

/// A preview for programs: `"preview": "gotthard/preview/v1"`.
public final class PreviewJson {
    private final JsonWriting json;

    private PreviewJson(JsonWriting json) {
        this.json = json;
    }

    /// On one line.
    public static String of(Preview preview) {
        return JsonWriting.object(false, json -> new PreviewJson(json).preview(preview));
    }

    private void preview(Preview preview) {
        json.text("preview", "gotthard/preview/v1");
        json.text("plan", preview.plan().value());
        json.objects("steps", preview.steps(), this::step);
        json.object("totals", () -> totals(preview.totals()));
    }

    private void totals(Totals totals) {
        json.number("create", totals.create());
        json.number("update", totals.update());
        json.number("delete", totals.delete());
        json.number("run", totals.run());
        json.number("opaque", totals.opaque());
        json.number("obstacles", totals.obstacles());
        json.number("unchanged", totals.unchanged());
        json.number("waits", totals.waits());
    }

    private void step(Predicted step) {
        json.text("step", step.step().value());
        json.text("kind", step.kind());
        switch (step.outlook()) {
            case Outlook.Waits(var roles) -> {
                json.text("outlook", "waits");
                json.texts("oneOfEach", roles.stream().map(RoleName::value).sorted().toList());
            }
            case Outlook.Approved _ -> json.text("outlook", "approved");
            case Outlook.Acts(var declaration, var prediction) -> {
                declared(declaration);
                predicted(prediction);
            }
        }
    }

    private void declared(Declaration declaration) {
        json.text("summary", declaration.summary());
        json.text("reversal", declaration.reversal().name());
        json.text("marking", declaration.marking().name());
        json.text("fencing", declaration.fencing().name());
    }

    private void predicted(Prediction prediction) {
        switch (prediction) {
            case Prediction.Nothing(var why) -> {
                json.text("outlook", "nothing");
                json.text("why", why);
            }
            case Prediction.Obstacle(var failure) -> {
                json.text("outlook", "obstacle");
                json.text("what", failure.what());
                json.text("next", failure.next());
            }
            case Prediction.Changes(var certainty, var changes) -> {
                json.text("outlook", "changes");
                json.text("certainty", certainty.name());
                json.objects("changes", changes, this::change);
            }
        }
    }

    private void change(Prediction.Change change) {
        json.text("sign", change.sign().name());
        json.text("where", change.thing().where().toString());
        json.text("thing", change.thing().path());
        json.text("summary", change.summary());
        json.texts("details", change.details());
    }
}
