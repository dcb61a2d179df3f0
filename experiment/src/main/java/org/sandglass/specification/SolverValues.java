package org.sandglass.specification;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.sandglass.diffusion.DiffusedMixture;
import org.sandglass.sampler.OneStep;

/// The values of all keys of a solver, given or by default. Immutable.
record SolverValues(SequencedMap<String, Object> entries) {
    /// Copies the entries.
    SolverValues {
        entries = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(entries));
    }

    static SolverValues read(Node mapping, List<SolverKey> keys) {
        SequencedMap<String, Object> entries = new LinkedHashMap<>();
        keys.forEach(key -> entries.put(key.name(), key.of(mapping)));
        return new SolverValues(entries);
    }

    static SolverValues usual(List<SolverKey> keys) {
        SequencedMap<String, Object> entries = new LinkedHashMap<>();
        keys.forEach(key -> entries.put(key.name(), key.usual()));
        return new SolverValues(entries);
    }

    int whole(String key) {
        return (Integer) of(key);
    }

    double number(String key) {
        return (Double) of(key);
    }

    String word(String key) {
        return (String) of(key);
    }

    boolean isTrue(String key) {
        return (Boolean) of(key);
    }

    /// A rule of one step, or empty where a word stands in its place.
    Optional<OneStep> rule(String key, DiffusedMixture law) {
        return of(key) instanceof SolverSpec spec ? Optional.of(spec.oneStep(law)) : Optional.empty();
    }

    /// A mapping of keys, or empty where it is left out.
    Optional<SolverValues> group(String key) {
        return entries.get(key) instanceof SolverValues values ? Optional.of(values) : Optional.empty();
    }

    private Object of(String key) {
        Object value = entries.get(key);
        if (value == null) {
            throw new IllegalStateException("the solver has no key " + key);
        }
        return value;
    }
}
