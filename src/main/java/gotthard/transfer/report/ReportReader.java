package gotthard.transfer.report;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import gotthard.transfer.Amount;
import gotthard.transfer.Late;
import gotthard.transfer.Refused;
import gotthard.transfer.Sha256;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Reads a report that a process has left. It believes nothing: what is not wholly there is no report. Members that it does not know
/// are passed over.
public final class ReportReader {
    private static final Pattern SHARD = Pattern.compile("(\\d{1,6})/(\\d{1,6})");

    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, Long> numbers = new HashMap<>();
    private final List<Report.Trouble> troubles = new ArrayList<>();

    private ReportReader() {}

    /// The report of a text.
    ///
    /// @throws Refused when it is none, also when it was cut
    public static Report read(String text) throws Refused {
        if (text.getBytes(StandardCharsets.UTF_8).length > Report.LONGEST + 1) {
            throw none("it is longer than any");
        }
        try (JsonParser json = ReportText.JSON.createParser(text)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw none("it is no JSON object");
            }
            var reader = new ReportReader();
            reader.members(json, "");
            if (json.nextToken() != null) {
                throw none("something follows it");
            }
            return reader.report();
        } catch (IOException torn) {
            throw none("it is cut, or no JSON");
        }
    }

    private void members(JsonParser json, String before) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = before + json.currentName();
            switch (json.nextToken()) {
                case VALUE_STRING -> texts.put(name, json.getText());
                case VALUE_NUMBER_INT -> numbers.put(name, json.getLongValue());
                case START_OBJECT -> members(json, name + ".");
                case START_ARRAY -> {
                    if (name.equals("troubles")) {
                        troubles(json);
                    } else {
                        json.skipChildren();
                    }
                }
                default -> json.skipChildren();
            }
        }
    }

    private void troubles(JsonParser json) throws IOException {
        while (json.nextToken() == JsonToken.START_OBJECT) {
            var one = new ReportReader();
            one.members(json, "");
            troubles.add(
                    new Report.Trouble(
                            one.texts.getOrDefault("path", ""),
                            one.texts.getOrDefault("what", ""),
                            one.texts.getOrDefault("next", "")));
        }
    }

    private Report report() throws Refused {
        String version = text("mover");
        if (!version.equals(ReportText.VERSION)) {
            throw none("it is of the version " + version);
        }
        var shard = SHARD.matcher(text("shard"));
        if (!shard.matches()
                || Integer.parseInt(shard.group(1)) >= Integer.parseInt(shard.group(2))) {
            throw none("its shard is " + text("shard"));
        }
        return new Report(
                known("role", Role::of),
                Integer.parseInt(shard.group(1)),
                Integer.parseInt(shard.group(2)),
                known("ended", Ending::of),
                amount("listed"),
                amount("wanted"),
                amount("placed"),
                number("failed"),
                number("extra"),
                late(),
                new Report.Compared(
                        number("compared.things"),
                        number("compared.files"),
                        number("compared.bytes"),
                        number("compared.unproven")),
                root(),
                troubles,
                text("what"),
                text("next"),
                number("millis"),
                number("sentBytes"),
                number("readyMillis"),
                told());
    }

    private Optional<Sha256> root() throws Refused {
        String root = text("root");
        if (root.isEmpty()) {
            return Optional.empty();
        }
        if (!Sha256.isOne(root)) {
            throw none("its root is no digest");
        }
        return Optional.of(new Sha256(root));
    }

    private Late late() throws Refused {
        return new Late(
                number("late.things"),
                amount("late"),
                numbers.containsKey("late.oldest")
                        ? OptionalLong.of(number("late.oldest"))
                        : OptionalLong.empty());
    }

    /// None in the report of a role that tells nothing, and of an older mover.
    private Optional<Told> told() throws Refused {
        if (!numbers.containsKey("told.free")) {
            return Optional.empty();
        }
        Optional<Told.Counted> counted =
                numbers.containsKey("told.things")
                        ? Optional.of(
                                new Told.Counted(
                                        number("told.things"),
                                        amount("told.all"),
                                        number("told.youngThings"),
                                        amount("told.young")))
                        : Optional.empty();
        Optional<Told.Inodes> inodes =
                numbers.containsKey("told.inodes")
                        ? Optional.of(
                                new Told.Inodes(number("told.inodesFree"), number("told.inodes")))
                        : Optional.empty();
        Optional<Told.Probe> probe =
                texts.containsKey("told.probe")
                        ? Optional.of(known("told.probe", Told.Probe::of))
                        : Optional.empty();
        return Optional.of(new Told(counted, number("told.free"), inodes, probe));
    }

    private Amount amount(String name) throws Refused {
        return new Amount(number(name + ".files"), number(name + ".bytes"));
    }

    private <T> T known(String name, Function<String, Optional<T>> reading) throws Refused {
        String word = text(name);
        return reading.apply(word).orElseThrow(() -> none("its " + name + " is " + word));
    }

    private String text(String name) throws Refused {
        return Optional.ofNullable(texts.get(name)).orElseThrow(() -> none("it has no " + name));
    }

    private long number(String name) throws Refused {
        return Optional.ofNullable(numbers.get(name))
                .filter(number -> number >= 0)
                .orElseThrow(() -> none("it has no " + name));
    }

    private static Refused none(String why) {
        return new Refused(
                "what a mover left is no report: " + why,
                "look at the log of its pod, and at which version its image has");
    }
}
