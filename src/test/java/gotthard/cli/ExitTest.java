package gotthard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.Golden;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

/// How verbs end on the sandbox when something goes wrong.
final class ExitTest {
    @TempDir Path state;

    @Test
    void whatIsDoneIsNotWhatIsChecked() {
        var here = new Workplace(state);

        Typed apply = here.type("apply", Workplace.plan("unverified"));

        assertThat(apply.exit()).as(apply.transcript()).isEqualTo(Exit.UNVERIFIED);
        assertThat(apply.out()).contains("rolled back, and verified to be");
    }

    @Test
    void aFileArrivesAltered() throws IOException {
        var here = new Workplace(state);
        here.type("sandbox", "status");
        here.type("sandbox", "tamper", "zurich-1", aFile(), "--quiet");

        Typed apply = here.type("apply", Workplace.plan("copy"));

        assertThat(apply.exit()).as(apply.transcript()).isEqualTo(Exit.UNVERIFIED);
        assertThat(apply.out())
                .contains("altered at zurich-1/files-1:/srv/files/intake/files/europe, first ");
    }

    @Test
    void theSitesDrift() throws IOException {
        var here = new Workplace(state);
        here.type("apply", Workplace.plan("copy"));
        Files.writeString(at("zurich-1", aFile()), "another");

        Typed verify = here.type("verify");

        assertThat(verify.exit()).as(verify.transcript()).isEqualTo(Exit.CHANGES);
    }

    @Test
    void aSiteCanNotBeRead() throws IOException {
        var here = new Workplace(state);
        here.type("apply", Workplace.plan("copy"));
        Path programs =
                Files.createDirectories(state.resolve("sandbox/zurich-1/hosts/files-1/bin"));
        Path find =
                Files.writeString(
                        programs.resolve("find"),
                        "#!/bin/sh\necho 'find: Input/output error' >&2\nexit 1\n");
        Files.setPosixFilePermissions(find, PosixFilePermissions.fromString("rwxr-xr-x"));

        Typed verify = here.type("verify");

        assertThat(verify.exit()).as(verify.transcript()).isEqualTo(Exit.UNKNOWN);
    }

    @Test
    void thePolicyForbidsRussiasFilesInZurich() {
        Typed apply = new Workplace(state).type("apply", Workplace.plan("russia"));

        assertThat(apply.exit()).isEqualTo(Exit.FORBIDDEN);
        assertThat(apply.out()).contains("would store russia/suspicious-files in zurich-1 (CH)");
        assertThat(Typed.command("validate", Workplace.plan("russia")).exit())
                .isEqualTo(Exit.FORBIDDEN);
    }

    @Test
    void aPersonIsWaitedFor() {
        var here = new Workplace(state);

        Typed apply = here.type("apply", Workplace.plan("gate"));

        assertThat(apply.exit()).isEqualTo(Exit.WAITING);
        assertThat(apply.out()).contains("gotthard approve " + here.run() + " go --as PERSON");
        assertThat(here.type("status").exit()).isEqualTo(Exit.WAITING);
    }

    @Test
    void nobodyKnowsWhatWasDone() throws IOException {
        Typed apply = planted(PlantedKind.Trouble.OUTCOME_UNKNOWN);

        assertThat(apply.exit()).as(apply.transcript()).isEqualTo(Exit.UNKNOWN);
    }

    @Test
    void aBugInAStep() throws IOException {
        Typed apply = planted(PlantedKind.Trouble.BUG_WHEN_APPLIED);

        assertThat(apply.exit()).as(apply.transcript()).isEqualTo(Exit.BUG);
        assertThat(apply.out())
                .contains(
                        "met a defect of Gotthard: java.lang.IllegalStateException: planted at ",
                        "PlantedKind");
        assertThat(apply.err()).isEmpty();
    }

    @Test
    void aBugElsewhere() throws IOException {
        Typed apply = planted(PlantedKind.Trouble.BUG_WHEN_BOUND);

        Golden.assertMatches(
                "cli/bug.txt", apply.transcript().replaceAll("Java [0-9].*", "Java VERSION"));
    }

    private Typed planted(PlantedKind.Trouble trouble) throws IOException {
        return PlantedKind.with(
                trouble,
                state,
                () -> new Workplace(state).type("apply", Workplace.plan("planted")));
    }

    private String aFile() throws IOException {
        try (Stream<Path> files = Files.walk(at("moscow", ""))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .min(String::compareTo)
                    .orElseThrow();
        }
    }

    private Path at(String site, String file) {
        Path folder =
                state.resolve(
                        "sandbox/" + site + "/hosts/files-1/root/srv/files/intake/files/europe");
        return file.isEmpty() ? folder : folder.resolve(file.substring(0, 1)).resolve(file);
    }
}
