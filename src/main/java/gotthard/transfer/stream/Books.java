package gotthard.transfer.stream;

import gotthard.transfer.Refused;
import gotthard.transfer.manifest.Sorter;
import gotthard.transfer.tree.Stage;
import gotthard.transfer.tree.Survey;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// What a receiver keeps in its stage, to be there for the next attempt and after the last.
final class Books {
    private static final long MEMORY = 64 << 20;

    private final Stage stage;

    Books(Stage stage) {
        this.stage = stage;
    }

    /// The manifest of the source as it came; torn unless an attempt came to its end.
    Path source() {
        return stage.book("source.gmf");
    }

    /// What was at the target before the first attempt.
    Path before() {
        return stage.book("target.gmf");
    }

    /// What was at the target before the latest attempt.
    Path now() {
        return stage.book("now.gmf");
    }

    /// Looks what is at the target, and keeps what the first look has found.
    Survey survey(Target target) throws IOException, Refused {
        stage.tidy();
        Path fresh = stage.book("now.gmf.new");
        Survey survey;
        try (var sorter = new Sorter(stage.runs(), MEMORY)) {
            OutputStream to = Files.newOutputStream(fresh);
            survey = target.tree().survey(target.part(), sorter, to);
        }
        Stage.force(fresh);
        Files.move(fresh, now(), StandardCopyOption.ATOMIC_MOVE);
        if (!Files.exists(before())) {
            Files.createLink(before(), now());
        }
        stage.force();
        return survey;
    }
}
