package org.sandglass.specification;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.sandglass.format.InputException;
import org.sandglass.schedule.NoiseSchedule;

/// A process as data: its type, and every parameter, given or by default. Immutable.
public final class ProcessSpec {
    private final ProcessType type;
    private final SequencedMap<String, Double> parameters;
    private final NoiseSchedule schedule;

    private ProcessSpec(ProcessType type, SequencedMap<String, Double> parameters, NoiseSchedule schedule) {
        this.type = type;
        this.parameters = Collections.unmodifiableSequencedMap(parameters);
        this.schedule = schedule;
    }

    /// What `--process P` means: YAML in braces, a file, or the name of a type with its defaults.
    ///
    /// @param option the option that carried it
    /// @param argument what was typed
    /// @return the process
    /// @throws InputException if it is none of the three, or wrong in itself
    public static ProcessSpec argument(String option, String argument) {
        if (Source.isInline(argument) || Source.looksLikeFile(argument)) {
            return read(Documents.read(Source.argument(option, argument)));
        }
        Source source = Source.inline(option, argument);
        return of(Node.scalar(source, "", argument, Scalar.Kind.TEXT), Map.of());
    }

    /// A mapping with `type`; plain text is a type with its defaults, or a file.
    static ProcessSpec read(Node node) {
        if (node.isText()) {
            return Source.looksLikeFile(node.text())
                    ? read(Documents.read(Source.file(node.file())))
                    : of(node, Map.of());
        }
        return of(node.get("type"), node.entries());
    }

    private static ProcessSpec of(Node name, Map<String, Node> given) {
        ProcessType type = ProcessType.find(name.text())
                .orElseThrow(() -> new InputException(name.where() + ": unknown process \"" + name.text() + "\"; "
                        + Nearest.suggestion(name.text(), ProcessType.names())));
        String where = name.where().replaceAll("[:. ]*type$", "");
        SequencedMap<String, Double> parameters = new LinkedHashMap<>(type.defaults());
        List<String> known = new ArrayList<>(parameters.keySet());
        known.addFirst("type");
        given.forEach((key, value) -> {
            if (key.equals("end") && type == ProcessType.EDM) {
                throw value.error("is not a key of edm, whose end is its sigma-max");
            }
            if (!known.contains(key)) {
                throw new InputException(where + ": unknown key \"" + key + "\" of the process " + type.word() + "; "
                        + Nearest.suggestion(key, known));
            }
            if (!key.equals("type")) {
                parameters.put(key, key.equals("steps") ? value.count(1) : value.finite());
            }
        });
        try {
            return new ProcessSpec(type, parameters, type.schedule(key -> parameters.getOrDefault(key, Double.NaN)));
        } catch (IllegalArgumentException e) {
            throw new InputException(where + ": " + type.inOurWords(String.valueOf(e.getMessage())));
        }
    }

    /// The name of the type.
    ///
    /// @return as in `vp-linear`
    public String name() {
        return type.word();
    }

    /// The schedule itself.
    ///
    /// @return with these parameters
    public NoiseSchedule schedule() {
        return schedule;
    }

    /// Whether the drift and diffusion coefficients of the reverse process are infinite at the end.
    ///
    /// @return true where `α(end) = 0`
    public boolean isInfiniteAtEnd() {
        return !Double.isFinite(schedule.diffusionSquared(schedule.end()));
    }

    /// A time of this process.
    ///
    /// @param where what carried it, for messages
    /// @param time any number
    /// @return the same
    /// @throws InputException if it lies outside the process
    public double checkTime(String where, double time) {
        if (!(time >= 0 && time <= schedule.end())) {
            throw new InputException(where + " must be between 0 and " + Checks.text(schedule.end()) + ", the end of "
                    + name() + ", got " + Checks.text(time));
        }
        return time;
    }

    /// The entries of a process file that says the same, with every default.
    ///
    /// @return `type` and all parameters
    public SequencedMap<String, Object> toDocument() {
        SequencedMap<String, Object> document = new LinkedHashMap<>();
        document.put("type", name());
        parameters.forEach((key, value) -> document.put(key, key.equals("steps") ? (Object) value.longValue() : value));
        return document;
    }
}
