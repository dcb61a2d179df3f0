package org.sandglass.format;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/// Small documents as strict JSON that is pleasant to read.
///
/// A document is made of `Map` (in its own order), `List`, `double[]`, `double[][]`, `String`, `Boolean`,
/// integers and doubles. Doubles are written in the shortest digits that read back the same, and as the strings
/// `"NaN"`, `"Infinity"`, `"-Infinity"` where they are not finite. Lists of scalars stand on one line.
public final class Json {
    private static final String INDENT = "  ";

    private Json() {}

    /// A document as text.
    ///
    /// @param document what to write
    /// @return its JSON, ended by a line break
    /// @throws IllegalArgumentException if it holds anything but the kinds named above
    public static String text(Object document) {
        return value(document, "\n") + "\n";
    }

    private static String value(Object value, String newline) {
        return switch (value) {
            case Map<?, ?> map -> map(map, newline);
            case List<?> list -> list(list, newline);
            case double[] numbers ->
                Arrays.stream(numbers).mapToObj(JsonText::number).collect(Collectors.joining(", ", "[", "]"));
            case double[][] rows -> list(Arrays.asList(rows), newline);
            default -> scalar(value);
        };
    }

    private static String scalar(Object value) {
        return switch (value) {
            case String text -> JsonText.string(text);
            case Double number -> JsonText.number(number);
            case Boolean _, Integer _, Long _ -> value.toString();
            default ->
                throw new IllegalArgumentException(
                        "no JSON for a " + value.getClass().getName());
        };
    }

    private static String map(Map<?, ?> map, String newline) {
        StringJoiner entries = new StringJoiner("," + newline + INDENT, "{" + newline + INDENT, newline + "}");
        entries.setEmptyValue("{}");
        map.forEach(
                (key, value) -> entries.add(JsonText.string(key.toString()) + ": " + value(value, newline + INDENT)));
        return entries.toString();
    }

    private static String list(List<?> list, String newline) {
        boolean flat = list.stream().noneMatch(Json::isComposite);
        StringJoiner items = flat
                ? new StringJoiner(", ", "[", "]")
                : new StringJoiner("," + newline + INDENT, "[" + newline + INDENT, newline + "]");
        list.forEach(item -> items.add(value(item, newline + INDENT)));
        return items.toString();
    }

    private static boolean isComposite(Object value) {
        return value instanceof Map
                || value instanceof List
                || value instanceof double[]
                || value instanceof double[][];
    }
}
