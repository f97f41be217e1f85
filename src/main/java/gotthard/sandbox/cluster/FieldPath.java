package gotthard.sandbox.cluster;

import java.util.ArrayList;
import java.util.List;

/// The path of a field, in the elements of `fieldsV1`: `f:spec`, `k:{"name":"web"}`, `v:"x"`.
record FieldPath(List<String> elements) implements Comparable<FieldPath> {
    static final FieldPath ROOT = new FieldPath(List.of());

    FieldPath {
        elements = List.copyOf(elements);
    }

    FieldPath then(String element) {
        var longer = new ArrayList<>(elements);
        longer.add(element);
        return new FieldPath(longer);
    }

    boolean isItem() {
        return !elements.isEmpty() && elements.getLast().startsWith("k:");
    }

    boolean startsWith(FieldPath other) {
        return elements.size() >= other.elements.size()
                && elements.subList(0, other.elements.size()).equals(other.elements);
    }

    @Override
    public int compareTo(FieldPath other) {
        for (int i = 0; i < Math.min(elements.size(), other.elements.size()); i++) {
            int difference = elements.get(i).compareTo(other.elements.get(i));
            if (difference != 0) {
                return difference;
            }
        }
        return Integer.compare(elements.size(), other.elements.size());
    }

    /// As API servers print it: `.spec.containers[name="web"].image`.
    @Override
    public String toString() {
        var text = new StringBuilder();
        for (String element : elements) {
            String rest = element.substring(2);
            switch (element.charAt(0)) {
                case 'f' -> text.append('.').append(rest);
                case 'k' ->
                        text.append('[')
                                .append(
                                        rest.substring(1, rest.length() - 1)
                                                .replaceAll("\"([A-Za-z]+)\":", "$1="))
                                .append(']');
                default -> text.append('[').append('=').append(rest).append(']');
            }
        }
        return text.toString();
    }
}
