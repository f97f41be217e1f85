package gotthard.transfer.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import gotthard.transfer.Amount;
import gotthard.transfer.Sha256;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A report as one line of JSON, of at most [Report#LONGEST] bytes: troubles are left out from the last one on, then what is said is cut.
public final class ReportText {
    static final String VERSION = "gotthard/mover/v1";
    static final JsonFactory JSON = new JsonFactory();

    /// Neither a path nor a sentence longer than this is told.
    private static final int SENTENCE = 500;

    private ReportText() {}

    /// The line, without a line break.
    public static String of(Report report) {
        List<Report.Trouble> troubles =
                report.troubles().stream()
                        .map(
                                trouble ->
                                        new Report.Trouble(
                                                Report.cut(trouble.path(), SENTENCE),
                                                Report.cut(trouble.what(), SENTENCE),
                                                Report.cut(trouble.next(), SENTENCE)))
                        .toList();
        String line = line(report.with(troubles, SENTENCE));
        while (bytes(line) > Report.LONGEST && !troubles.isEmpty()) {
            troubles = troubles.subList(0, troubles.size() - 1);
            line = line(report.with(troubles, SENTENCE));
        }
        for (int longest = SENTENCE / 2; bytes(line) > Report.LONGEST; longest /= 2) {
            line = line(report.with(troubles, longest));
        }
        return line;
    }

    private static int bytes(String line) {
        return line.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String line(Report report) {
        var text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("mover", VERSION);
            json.writeStringField("role", report.role().word());
            json.writeStringField("shard", report.shard() + "/" + report.shards());
            json.writeStringField("ended", report.ended().word());
            write(json, "listed", report.listed());
            write(json, "wanted", report.wanted());
            write(json, "placed", report.placed());
            json.writeNumberField("failed", report.failed());
            json.writeNumberField("extra", report.extra());
            json.writeObjectFieldStart("late");
            json.writeNumberField("things", report.late().things());
            json.writeNumberField("files", report.late().files().files());
            json.writeNumberField("bytes", report.late().files().bytes());
            if (report.late().oldest().isPresent()) {
                json.writeNumberField("oldest", report.late().oldest().getAsLong());
            }
            json.writeEndObject();
            json.writeObjectFieldStart("compared");
            json.writeNumberField("things", report.compared().things());
            json.writeNumberField("files", report.compared().files());
            json.writeNumberField("bytes", report.compared().bytes());
            json.writeNumberField("unproven", report.compared().unproven());
            json.writeEndObject();
            json.writeStringField("root", report.root().map(Sha256::hex).orElse(""));
            json.writeArrayFieldStart("troubles");
            for (Report.Trouble trouble : report.troubles()) {
                json.writeStartObject();
                json.writeStringField("path", trouble.path());
                json.writeStringField("what", trouble.what());
                json.writeStringField("next", trouble.next());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeStringField("what", report.what());
            json.writeStringField("next", report.next());
            json.writeNumberField("millis", report.millis());
            json.writeNumberField("sentBytes", report.sentBytes());
            json.writeNumberField("readyMillis", report.readyMillis());
            if (report.told().isPresent()) {
                write(json, report.told().get());
            }
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, Told told) throws IOException {
        json.writeObjectFieldStart("told");
        json.writeNumberField("free", told.free());
        if (told.counted().isPresent()) {
            Told.Counted counted = told.counted().get();
            json.writeNumberField("things", counted.things());
            write(json, "all", counted.files());
            json.writeNumberField("youngThings", counted.youngThings());
            write(json, "young", counted.young());
        }
        if (told.inodes().isPresent()) {
            json.writeNumberField("inodes", told.inodes().get().all());
            json.writeNumberField("inodesFree", told.inodes().get().free());
        }
        if (told.probe().isPresent()) {
            json.writeStringField("probe", told.probe().get().word());
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, String name, Amount amount) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeNumberField("files", amount.files());
        json.writeNumberField("bytes", amount.bytes());
        json.writeEndObject();
    }
}
