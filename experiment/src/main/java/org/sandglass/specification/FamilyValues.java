package org.sandglass.specification;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// The values of all keys of a family, given or by default. Immutable.
record FamilyValues(SequencedMap<String, Object> entries) {
    /// Copies the entries.
    FamilyValues {
        entries = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(entries));
    }

    int whole(String key) {
        return (Integer) of(key);
    }

    long seed() {
        return (Long) of("seed");
    }

    double number(String key) {
        return (Double) of(key);
    }

    double from(String key) {
        return (Double) ((List<?>) of(key)).getFirst();
    }

    double to(String key) {
        return (Double) ((List<?>) of(key)).getLast();
    }

    String word(String key) {
        return (String) of(key);
    }

    int wholeOr(String key, int otherwise) {
        return entries.containsKey(key) ? whole(key) : otherwise;
    }

    private Object of(String key) {
        if (!entries.containsKey(key)) {
            throw new IllegalStateException("the family has no key " + key);
        }
        return entries.get(key);
    }
}
