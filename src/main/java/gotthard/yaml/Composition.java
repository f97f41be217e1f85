package gotthard.yaml;

import gotthard.problem.Code;
import gotthard.problem.Place;
import gotthard.problem.Problem;
import gotthard.problem.Problems;
import gotthard.problem.Quoted;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.events.StreamEndEvent;
import org.yaml.snakeyaml.parser.Parser;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Builds nodes from the parser's events. What is refused becomes a problem, and building goes on behind it.
final class Composition {
    private static final Code ALIAS = new Code("yaml-alias");
    private static final Code ANCHOR = new Code("yaml-anchor");
    private static final Code TAG = new Code("yaml-tag");
    private static final Code KEY = new Code("yaml-key");
    private static final Code MERGE = new Code("yaml-merge-key");
    private static final Code DUPLICATE = new Code("duplicate-key");
    private static final Code TOO_DEEP = new Code("yaml-too-deep");

    private static final int HOPELESS = 1000;

    /// Ends the reading of a text whose nesting has no end; the problem has been noted.
    static final class GivenUp extends RuntimeException {
        private static final long serialVersionUID = 1;

        GivenUp() {
            super("nested without end");
        }
    }

    private final Parser parser;
    private final Source source;
    private final Problems problems;

    Composition(Parser parser, Source source, Problems problems) {
        this.parser = parser;
        this.source = source;
        this.problems = problems;
    }

    /// Every document that says something.
    List<Node> documents() {
        var documents = new ArrayList<Node>();
        for (Event event = parser.getEvent();
                !(event instanceof StreamEndEvent);
                event = parser.getEvent()) {
            if (event instanceof DocumentStartEvent) {
                Node document = node(parser.getEvent(), 1);
                if (!(document instanceof Node.Scalar scalar && scalar.isNull())) {
                    documents.add(document);
                }
            }
        }
        return List.copyOf(documents);
    }

    private Node node(Event event, int depth) {
        if (event instanceof NodeEvent anchored) {
            refuseAnchor(anchored);
        }
        return switch (event) {
            case ScalarEvent scalar -> scalar(scalar);
            case CollectionStartEvent start when depth > YamlReader.DEEPEST -> tooDeep(start);
            case MappingStartEvent start -> mapping(start, depth);
            case SequenceStartEvent start -> sequence(start, depth);
            default -> nothing(event);
        };
    }

    private Node nothing(Event event) {
        return new Node.Scalar("", Style.PLAIN, source.at(event.getStartMark()));
    }

    private Node.Scalar scalar(ScalarEvent event) {
        refuseTag(event.getTag(), event);
        return new Node.Scalar(
                event.getValue(),
                style(event.getScalarStyle()),
                source.between(event.getStartMark(), event.getEndMark()));
    }

    private static Style style(ScalarStyle style) {
        return switch (style) {
            case PLAIN -> Style.PLAIN;
            case LITERAL, FOLDED -> Style.BLOCK;
            case SINGLE_QUOTED, DOUBLE_QUOTED, JSON_SCALAR_STYLE -> Style.QUOTED;
        };
    }

    private Node sequence(SequenceStartEvent start, int depth) {
        refuseTag(start.getTag(), start);
        var items = new ArrayList<Node>();
        Event event = parser.getEvent();
        while (!(event instanceof SequenceEndEvent)) {
            items.add(node(event, depth + 1));
            event = parser.getEvent();
        }
        return new Node.Sequence(items, placeOf(start, event, Optional.empty()));
    }

    private Node mapping(MappingStartEvent start, int depth) {
        refuseTag(start.getTag(), start);
        var entries = new ArrayList<Entry>();
        Map<String, Place> seen = new HashMap<>();
        Event event = parser.getEvent();
        while (!(event instanceof MappingEndEvent)) {
            Node key = node(event, depth + 1);
            Node value = node(parser.getEvent(), depth + 1);
            acceptable(key, seen).ifPresent(name -> entries.add(new Entry(name, value)));
            event = parser.getEvent();
        }
        return new Node.Mapping(
                entries,
                placeOf(
                        start,
                        event,
                        entries.stream().findFirst().map(entry -> entry.key().place())));
    }

    /// A block mapping stands where its first key stands.
    private Place placeOf(CollectionStartEvent start, Event end, Optional<Place> first) {
        return start.isFlow()
                ? source.between(start.getStartMark(), end.getEndMark())
                : first.orElseGet(() -> source.at(start.getStartMark()));
    }

    private Optional<Node.Scalar> acceptable(Node key, Map<String, Place> seen) {
        if (!(key instanceof Node.Scalar name)) {
            return refuse(
                    KEY,
                    key.place(),
                    "a key must be a text, not a list or a mapping",
                    "write a name before the colon");
        }
        if (name.style() == Style.PLAIN && name.text().equals("<<")) {
            return refuse(
                    MERGE,
                    key.place(),
                    "merge keys (\"<<\") are not read",
                    "write out the keys that it would bring");
        }
        if (name.text().isEmpty()) {
            return refuse(
                    KEY,
                    key.place(),
                    "a key is missing before the colon",
                    "write a name before the colon");
        }
        Place earlier = seen.putIfAbsent(name.text(), name.place());
        if (earlier != null) {
            String message =
                    "the key "
                            + Quoted.of(name.text())
                            + " stands here for the second time; the first is at "
                            + earlier;
            return refuse(DUPLICATE, name.place(), message, "keep one of the two");
        }
        return Optional.of(name);
    }

    private Node tooDeep(CollectionStartEvent start) {
        refuse(
                TOO_DEEP,
                source.at(start.getStartMark()),
                "this is nested deeper than 64 levels",
                "write it flatter");
        int open = 1;
        while (open > 0) {
            if (open > HOPELESS) {
                throw new GivenUp();
            }
            open +=
                    switch (parser.getEvent()) {
                        case CollectionStartEvent _ -> 1;
                        case CollectionEndEvent _ -> -1;
                        default -> 0;
                    };
        }
        return nothing(start);
    }

    private void refuseAnchor(NodeEvent event) {
        if (event instanceof AliasEvent) {
            Place place = source.between(event.getStartMark(), event.getEndMark());
            refuse(
                    ALIAS,
                    place,
                    "the alias *" + event.getAnchor() + " is not read",
                    "write the value out, or quote a text that starts with *");
        } else if (event.getAnchor() != null) {
            Place place = source.at(event.getStartMark());
            refuse(
                    ANCHOR,
                    place,
                    "the anchor &" + event.getAnchor() + " is not read",
                    "remove it, or quote a text that starts with &");
        }
    }

    private void refuseTag(@Nullable String tag, Event event) {
        if (tag != null) {
            Place place = source.at(event.getStartMark());
            refuse(
                    TAG,
                    place,
                    "the tag " + tag.replace("tag:yaml.org,2002:", "!!") + " is not read",
                    "remove it, or quote a text that starts with !");
        }
    }

    private <T> Optional<T> refuse(Code code, Place place, String message, String advice) {
        problems.add(Problem.error(code, place, message).withAdvice(advice));
        return Optional.empty();
    }
}
