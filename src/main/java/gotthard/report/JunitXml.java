package gotthard.report;

import gotthard.problem.Problem;

import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Checked documents as JUnit XML, as CI servers read it: a document is a test case, which fails by its errors; warnings are its output. The
/// format has no publisher of its own; this is it by the schema that Maven Surefire publishes for its reports (`surefire-test-report.xsd`, 3.0.2).
public final class JunitXml {
    private static final String SUITE = "gotthard validate";

    private final XMLStreamWriter xml;

    private JunitXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /// One suite with a case for each document.
    public static String of(List<CheckedDocument> documents) {
        var text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            new JunitXml(xml).suites(documents);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text + "\n";
    }

    private void suites(List<CheckedDocument> documents) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", SUITE);
        xml.writeAttribute("tests", String.valueOf(documents.size()));
        xml.writeAttribute("errors", "0");
        xml.writeAttribute("skipped", "0");
        xml.writeAttribute(
                "failures",
                String.valueOf(documents.stream().filter(one -> !one.errors().isEmpty()).count()));
        for (CheckedDocument document : documents) {
            document(document);
        }
        xml.writeCharacters("\n");
        xml.writeEndElement();
    }

    private void document(CheckedDocument document) throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", document.kind());
        xml.writeAttribute("name", clean(document.source()));
        xml.writeAttribute("time", seconds(document.took()));
        List<Problem> errors = document.errors();
        if (!errors.isEmpty()) {
            xml.writeCharacters("\n    ");
            xml.writeStartElement("failure");
            xml.writeAttribute("type", errors.getFirst().code().value());
            xml.writeAttribute("message", clean(errors.getFirst().toString()));
            xml.writeCharacters(rendered(errors));
            xml.writeEndElement();
        }
        List<Problem> warnings =
                document.problems().stream().filter(problem -> !problem.isError()).toList();
        if (!warnings.isEmpty()) {
            xml.writeCharacters("\n    ");
            xml.writeStartElement("system-out");
            xml.writeCharacters(rendered(warnings));
            xml.writeEndElement();
        }
        if (!document.problems().isEmpty()) {
            xml.writeCharacters("\n  ");
        }
        xml.writeEndElement();
    }

    private static String seconds(Duration took) {
        return "%d.%03d".formatted(took.toSeconds(), took.toMillisPart());
    }

    private static String rendered(List<Problem> problems) {
        return clean(problems.stream().map(Problem::render).collect(Collectors.joining("\n")));
    }

    /// Without what XML 1.0 has no way to write (section 2.2).
    private static String clean(String text) {
        var clean = new StringBuilder();
        text.codePoints()
                .map(character -> isWritable(character) ? character : 0xfffd)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static boolean isWritable(int character) {
        return character == '\t'
                || character == '\n'
                || character == '\r'
                || (character >= ' ' && character <= 0xd7ff)
                || (character >= 0xe000 && character <= 0xfffd)
                || character >= 0x10000;
    }
}
