package gotthard.metrics;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What `/api/v1/query` answers: `{"status":"success","data":{"resultType":"vector","result":[{"metric":{},"value":[TIME,"VALUE"]}]}}`,
/// or for a scalar `"result":[TIME,"VALUE"]`.
final class PrometheusAnswer {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int LONGEST_ERROR = 200;

    private PrometheusAnswer() {}

    /// The values, or nothing where the text is no answer to a query.
    static Optional<List<Double>> values(String text) {
        List<Double> values = new ArrayList<>();
        boolean isAnswer = false;
        try (JsonParser parser = JSON.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token != JsonToken.FIELD_NAME) {
                    continue;
                }
                String name = parser.currentName();
                if (name.equals("metric")) {
                    parser.nextToken();
                    parser.skipChildren();
                } else if (name.equals("resultType")) {
                    String type = parser.nextTextValue();
                    isAnswer = "vector".equals(type) || "scalar".equals(type);
                } else if (name.equals("value") || name.equals("result")) {
                    sample(parser).ifPresent(values::add);
                }
            }
        } catch (IOException | NumberFormatException _) {
            return Optional.empty();
        }
        return isAnswer ? Optional.of(values) : Optional.empty();
    }

    /// `[TIME,"VALUE"]`, if that is what follows.
    private static Optional<Double> sample(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_ARRAY
                || !parser.nextToken().isNumeric()
                || parser.nextToken() != JsonToken.VALUE_STRING) {
            return Optional.empty();
        }
        return Optional.of(number(parser.getText()));
    }

    private static double number(String text) {
        return switch (text) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    /// What it says is wrong: `: parse error`; nothing where it says nothing.
    static String error(String text) {
        try (JsonParser parser = JSON.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME && parser.currentName().equals("error")) {
                    String error = parser.nextTextValue();
                    return error == null
                            ? ""
                            : ": " + error.substring(0, Math.min(error.length(), LONGEST_ERROR));
                }
            }
        } catch (IOException _) {
            return "";
        }
        return "";
    }
}
