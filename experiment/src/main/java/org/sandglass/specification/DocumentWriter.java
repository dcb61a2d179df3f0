package org.sandglass.specification;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sandglass.format.Json;

/// Writes keys and values as YAML 1.2 for people, or as strict JSON, in which non-finite numbers are strings.
///
/// Values are text, numbers, truth values, paths, lists and mappings. Doubles are the shortest text that
/// reads back to the same bits.
public final class DocumentWriter {
    /// Text that YAML reads back as itself without quotes.
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9 /()+_.^-]*[A-Za-z0-9)/]|[A-Za-z]");

    private static final Pattern WORD_OF_YAML = Pattern.compile("(?i)true|false|null|yes|no|on|off|nan|y|n");

    private final Path folder;

    private DocumentWriter(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /// A mixture file, experiment or process as text, by the suffix of the file that it is for.
    ///
    /// @param document keys and values
    /// @param file where it will stand: `.json` gives JSON, all else YAML; paths in it become relative to
    ///     its folder
    /// @return the text, ending in a line break
    public static String text(SequencedMap<String, Object> document, Path file) {
        Path absolute = file.toAbsolutePath();
        Path folder = absolute.getParent() == null ? absolute : absolute.getParent();
        boolean json = file.toString().toLowerCase(java.util.Locale.ROOT).endsWith(".json");
        DocumentWriter writer = new DocumentWriter(folder);
        return json ? Json.text(writer.portable(document)) : writer.lines(document);
    }

    /// A key per line; lists of mappings with an item per line.
    private String lines(SequencedMap<String, Object> document) {
        StringBuilder out = new StringBuilder();
        document.forEach((key, value) -> {
            out.append(key).append(':');
            if (value instanceof List<?> items && !items.isEmpty() && items.getFirst() instanceof Map<?, ?>) {
                items.forEach(item -> out.append("\n  - ").append(inline(item)));
            } else {
                out.append(' ').append(inline(value));
            }
            out.append('\n');
        });
        return out.toString();
    }

    private String inline(Object value) {
        return switch (value) {
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + inline(entry.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
            case List<?> items -> items.stream().map(this::inline).collect(Collectors.joining(", ", "[", "]"));
            case Double number -> number(number);
            case Path path -> text(relative(path));
            case Number number -> number.toString();
            case Boolean truth -> truth.toString();
            default -> text(value.toString());
        };
    }

    /// The same with paths as text and numbers that JSON knows.
    private Object portable(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                SequencedMap<String, Object> out = new LinkedHashMap<>();
                map.forEach((key, inner) -> out.put(key.toString(), portable(inner)));
                yield out;
            }
            case List<?> items -> items.stream().map(this::portable).toList();
            case Path path -> relative(path);
            default -> value;
        };
    }

    private static String number(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return Double.isNaN(number) ? ".nan" : number > 0 ? ".inf" : "-.inf";
        }
        boolean whole =
                number == Math.rint(number) && Math.abs(number) < 1e15 && 1 / number != Double.NEGATIVE_INFINITY;
        // A sign in the exponent, as YAML 1.1 readers such as PyYAML need it.
        return whole ? Long.toString((long) number) : Double.toString(number).replaceFirst("E(?=\\d)", "E+");
    }

    private static String text(String text) {
        boolean plain =
                PLAIN.matcher(text).matches() && !WORD_OF_YAML.matcher(text).matches();
        return plain ? text : quoted(text);
    }

    /// Relative to the document's folder, or absolute where there is no way from one to the other.
    private String relative(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        boolean sameRoot = java.util.Objects.equals(absolute.getRoot(), folder.getRoot());
        return (sameRoot ? folder.relativize(absolute) : absolute).toString().replace('\\', '/');
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.chars().forEach(c -> {
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                default -> out.append(c < ' ' || c == 0x7f ? String.format("\\u%04x", c) : String.valueOf((char) c));
            }
        });
        return out.append('"').toString();
    }
}
