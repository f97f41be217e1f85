package gotthard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gotthard.Golden;

import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.ReportTestCase;
import org.apache.maven.plugins.surefire.report.ReportTestSuite;
import org.apache.maven.plugins.surefire.report.TestSuiteXmlParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;

/// What `gotthard validate` writes for code hosting and CI servers.
final class ValidateFormatsTest {
    private static final String BROKEN =
            """
            apiVersion: gotthard/v1
            kind: Plan
            metadata: {name: broken}
            spec:
              inventory: ../inventories/sandbox.yaml
              steps:
                - {id: a, kind: ssh.run, needs: [c], with: {command: "echo 100% <&>: one, two"}}
            """;

    private static final Path SCHEMA = Path.of("target/schemas/surefire-test-report.xsd");

    @TempDir private Path folder;

    @Test
    void findsNothingInWhatIsShipped() {
        Typed typed = Typed.command("validate", "--as-of", "2019-06-01");

        assertThat(typed.exit()).as(typed.transcript()).isEqualTo(Exit.DONE);
        assertThat(typed.out().lines())
                .hasSizeGreaterThan(5)
                .allMatch(line -> line.startsWith("✓ "));
    }

    @Test
    void writesSarif() throws IOException {
        Path sarif = folder.resolve("problems.sarif");

        Typed typed = validate("--sarif", sarif.toString());

        assertThat(typed.exit()).isEqualTo(Exit.BAD_INPUT);
        Golden.assertMatches("cli/validate.sarif", settled(Files.readString(sarif)));
    }

    @Test
    void writesAComment() throws IOException {
        Path comment = folder.resolve("comment.md");

        Typed typed = validate("--comment", comment.toString());

        assertThat(typed.exit()).isEqualTo(Exit.BAD_INPUT);
        Golden.assertMatches("cli/validate-comment.md", settled(Files.readString(comment)));
    }

    @Test
    void writesACommentThatSaysWhatIsProven() throws IOException {
        Path comment = folder.resolve("comment.md");

        Typed.command(
                "validate",
                "plans/10-europe-files.yaml",
                "--as-of",
                "2019-06-01",
                "--comment",
                comment.toString());

        assertThat(Files.readString(comment))
                .startsWith("<!-- gotthard validate -->")
                .contains("**✓ All is well, 1 document checked**", "steps", "proven");
    }

    @Test
    void writesJunitXml() throws Exception {
        Path junit = folder.resolve("problems.xml");

        Typed typed = validate("--junit", junit.toString());

        assertThat(typed.exit()).isEqualTo(Exit.BAD_INPUT);
        Golden.assertMatches("cli/validate-junit.xml", settled(Files.readString(junit)));
        assertThat(complaints(junit)).isEmpty();
        Element suite =
                (Element)
                        DocumentBuilderFactory.newInstance()
                                .newDocumentBuilder()
                                .parse(junit.toFile())
                                .getElementsByTagName("testsuite")
                                .item(0);
        assertThat(suite.getElementsByTagName("testcase").getLength())
                .isEqualTo(Integer.parseInt(suite.getAttribute("tests")))
                .isEqualTo(3);
        assertThat(suite.getElementsByTagName("failure").getLength())
                .isEqualTo(Integer.parseInt(suite.getAttribute("failures")))
                .isEqualTo(2);
    }

    @Test
    void wouldNotMeetTheSchemaWithoutItsCounts() throws Exception {
        Path junit = folder.resolve("problems.xml");
        validate("--junit", junit.toString());

        Files.writeString(junit, Files.readString(junit).replace(" failures=", " failed="));

        assertThat(complaints(junit)).singleElement().asString().contains("'failed'");
    }

    @Test
    void writesJunitXmlThatMavenReads() throws Exception {
        Path junit = folder.resolve("problems.xml");

        validate("--junit", junit.toString());

        var parser = new TestSuiteXmlParser(new NullConsoleLogger());
        List<ReportTestSuite> suites = parser.parse(junit.toString());
        assertThat(parser.isValid()).isTrue();
        List<ReportTestCase> cases =
                suites.stream().flatMap(suite -> suite.getTestCases().stream()).toList();
        assertThat(cases).hasSize(3);
        assertThat(cases)
                .filteredOn(ReportTestCase::hasFailure)
                .extracting(ReportTestCase::getFailureType)
                .containsExactlyInAnyOrder("missing-key", "missing-file");
        assertThat(cases).noneMatch(one -> one.hasError() || one.hasSkipped());
        ReportTestCase broken =
                cases.stream()
                        .filter(
                                one ->
                                        one.getName()
                                                .equals(folder.resolve("broken.yaml").toString()))
                        .findFirst()
                        .orElseThrow();
        assertThat(broken.getFailureMessage()).contains("\"metadata\" lacks the keys");
        assertThat(broken.getFailureDetail()).contains("echo 100% <&>: one, two", "unknown key");
    }

    @Test
    void printsAnnotations() throws IOException {
        Typed typed = validate("--annotate", "--quiet");

        Golden.assertMatches(
                "cli/validate-annotations.txt",
                settled(
                        typed.out()
                                .lines()
                                .filter(line -> line.startsWith("::"))
                                .reduce("", (all, line) -> all + line + "\n")));
    }

    @Test
    void writesADocumentWithControlCharacters() throws Exception {
        Path odd = Files.writeString(folder.resolve("odd.yaml"), "kind: \"\\a\u0001\"\n");
        Path junit = folder.resolve("problems.xml");

        Typed.command("validate", odd.toString(), "--junit", junit.toString());

        assertThat(
                        DocumentBuilderFactory.newInstance()
                                .newDocumentBuilder()
                                .parse(junit.toFile())
                                .getElementsByTagName("failure")
                                .getLength())
                .isEqualTo(1);
        assertThat(complaints(junit)).isEmpty();
    }

    @Test
    void saysWhereItCannotWrite() throws IOException {
        Typed typed = validate("--junit", folder.resolve("not-there/problems.xml").toString());

        assertThat(typed.exit()).isEqualTo(Exit.FAILED);
        assertThat(typed.err()).contains("can't be written", "name another");
    }

    private Typed validate(String... options) throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.yaml"), BROKEN);
        var words = new ArrayList<String>();
        words.add("validate");
        words.add(broken.toString());
        words.add(folder.resolve("missing.yaml").toString());
        words.addAll(List.of("plans/10-europe-files.yaml", "-i", "inventories/sandbox.yaml"));
        words.addAll(List.of("--as-of", "2019-06-01"));
        words.addAll(List.of(options));
        return Typed.command(words.toArray(String[]::new));
    }

    private String settled(String text) {
        return text.replace(folder.toString(), "FOLDER")
                .replaceAll(" time=\"[0-9]+[.][0-9]{3}\"", " time=\"SECONDS\"");
    }

    /// What the schema has against it that Maven Surefire publishes with its sources.
    private static List<String> complaints(Path junit) throws IOException, SAXException {
        Validator validator =
                SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                        .newSchema(SCHEMA.toFile())
                        .newValidator();
        try {
            validator.validate(new StreamSource(junit.toFile()));
            return List.of();
        } catch (SAXParseException wrong) {
            return List.of(wrong.getMessage());
        }
    }
}
