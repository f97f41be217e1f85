package gotthard.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.Golden;
import gotthard.action.ActionContract;
import gotthard.action.Before;
import gotthard.action.Inspector;
import gotthard.action.Outcome;
import gotthard.sandbox.SandboxWeb;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

final class HttpCheckTest extends ActionContract {
    @TempDir Path folder;

    @Override
    protected Scene scene() throws Exception {
        var web = SandboxWeb.start(WebScene.SITE, folder);
        return new WebScene(web.url(), folder, web::close);
    }

    @Test
    void saysWhatItFoundInsteadOfTheWantedAnswer() throws Exception {
        try (Scene scene = scene()) {
            scene.disturb();

            Outcome outcome = scene.action().apply(scene.context(1), new Before.Absent());

            Golden.assertMatches("traffic/another-answer.txt", outcome.toString());
        }
    }

    @Test
    void saysThatNobodyAnswers() throws Exception {
        try (Scene scene = new WebScene(URI.create("http://127.0.0.1:1/"), folder, () -> {})) {
            Outcome outcome = scene.action().apply(scene.context(1), new Before.Absent());

            Golden.assertMatches("traffic/nobody-answers.txt", outcome.toString());
        }
    }

    @Test
    void theInspectorMeasuresTheClock() throws Exception {
        try (Scene scene = scene()) {
            var endpoint =
                    WebScene.inventory(URI.create("http://127.0.0.1/")).endpoint(WebScene.STATUS);

            List<Inspector.Finding> findings =
                    new WebInspector().inspect(scene.context(1), endpoint.orElseThrow(), List.of());

            assertThat(findings)
                    .extracting(Inspector.Finding::subject)
                    .containsExactly("reachable", "clock");
        }
    }
}
