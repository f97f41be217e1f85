package gotthard.cli;

import gotthard.problem.Place;
import gotthard.problem.Problem;
import gotthard.terminal.Looks;
import gotthard.terminal.Paint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Prints what several verbs print.
final class Reports {
    private Reports() {}

    /// Problems with their lines and carets, or one JSON object each.
    static void problems(Console console, List<Problem> problems) {
        for (Problem problem : problems) {
            console.result(painted(problem, console.looks()));
            console.json(json(problem));
        }
    }

    static String good(Console console, String line) {
        return mark(console.looks(), Paint.GOOD, "✓", "ok") + " " + line;
    }

    static String bad(Console console, String line) {
        return mark(console.looks(), Paint.BAD, "✗", "x") + " " + line;
    }

    static String held(Console console, String line) {
        return mark(console.looks(), Paint.WARY, "⏸", "!") + " " + line;
    }

    private static String mark(Looks looks, Paint paint, String sign, String plain) {
        return paint.on(looks.hasUnicode() ? sign : plain, looks);
    }

    private static String painted(Problem problem, Looks looks) {
        Paint paint = problem.isError() ? Paint.BAD : Paint.WARY;
        String text = problem.render();
        String place = problem.place().toString();
        return text.startsWith(place)
                ? paint.on(place, looks) + text.substring(place.length())
                : text;
    }

    /// Writes a file that was asked for, and says so.
    static void write(Call call, String file, String text) throws Trouble {
        try {
            Files.writeString(Path.of(file), text);
        } catch (IOException broken) {
            throw Trouble.failed(
                    "the file " + file + " can't be written (" + broken + ")",
                    "name another, in a folder that is there");
        }
        call.console().say(file);
        call.console().json(JsonLine.of("file").put("file", file));
    }

    private static JsonLine json(Problem problem) {
        Place place = problem.place();
        JsonLine line =
                JsonLine.of("problem")
                        .put("severity", problem.severity().name().toLowerCase(Locale.ROOT))
                        .put("code", problem.code().value())
                        .put("source", place.source())
                        .put("line", place.line())
                        .put("column", place.column())
                        .put("length", place.length())
                        .put("message", problem.message());
        problem.advice().ifPresent(words -> line.put("advice", words));
        return line;
    }
}
