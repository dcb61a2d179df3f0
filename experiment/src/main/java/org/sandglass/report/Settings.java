package org.sandglass.report;

import java.util.Map;
import java.util.SequencedMap;
import org.sandglass.specification.SolverSpec;

/// The settings of a rule, as its formula reads them.
///
/// @param values key to value, every default filled in
record Settings(Map<String, Object> values) {
    /// Those of a rule.
    static Settings of(SolverSpec solver) {
        SequencedMap<String, Object> values = solver.toDocument();
        values.remove("type");
        return new Settings(values);
    }

    /// Whether a key holds this word, or this truth.
    boolean is(String key, Object value) {
        return value.equals(values.get(key));
    }

    /// Whether a rule or a mapping stands there, and not a word.
    boolean isMapping(String key) {
        return values.get(key) instanceof Map<?, ?>;
    }

    /// The setting as people read it.
    String shown(String key) {
        return Words.value(values.getOrDefault(key, ""));
    }

    int whole(String key) {
        if (values.get(key) instanceof Integer whole) {
            return whole;
        }
        throw new IllegalStateException("the solver has no whole number " + key);
    }
}
