package gotthard.notice;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/// How a notice is written.
public enum Look {
    /// For programs: `hook/v1`, as its schema says.
    JSON {
        @Override
        void write(JsonGenerator json, Notice notice) throws IOException {
            json.writeStringField("gotthard", "hook/v1");
            json.writeStringField("type", "run." + notice.occasion().word());
            json.writeStringField("timestamp", notice.at().toString());
            json.writeStringField("id", notice.id());
            json.writeObjectFieldStart("data");
            json.writeStringField("run", notice.run().value());
            json.writeNumberField("seq", notice.seq());
            json.writeStringField("title", notice.title());
            if (notice.step().isPresent()) {
                json.writeStringField("step", notice.step().get().value());
            }
            json.writeStringField("what", notice.what());
            if (!notice.next().isEmpty()) {
                json.writeStringField("next", notice.next());
            }
            json.writeEndObject();
        }
    },
    /// For [incoming webhooks of Slack](https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks/), and what takes the
    /// same.
    SLACK {
        @Override
        void write(JsonGenerator json, Notice notice) throws IOException {
            json.writeStringField("text", plain(headline(notice) + ": " + notice.what()));
            json.writeArrayFieldStart("blocks");
            section(json, "*" + plain(headline(notice)) + "*\n" + plain(notice.what()));
            if (!notice.next().isEmpty()) {
                section(json, "→ " + plain(notice.next()));
            }
            json.writeEndArray();
        }
    };

    private static final JsonFactory FACTORY = new JsonFactory();

    /// Slack takes no more in a section.
    private static final int LONGEST = 2_900;

    abstract void write(JsonGenerator json, Notice notice) throws IOException;

    String body(Notice notice) {
        var text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            write(json, notice);
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static String headline(Notice notice) {
        return notice.run()
                + " "
                + notice.occasion().word()
                + notice.step().map(step -> " at " + step).orElse("");
    }

    private static void section(JsonGenerator json, String text) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "section");
        json.writeObjectFieldStart("text");
        json.writeStringField("type", "mrkdwn");
        json.writeStringField("text", text);
        json.writeEndObject();
        json.writeEndObject();
    }

    /// With nothing that Slack takes for a link, a mention or an entity, and no longer than it takes.
    private static String plain(String words) {
        String text = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
