package org.sandglass.compare;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/// A cell and what was found out about it.
///
/// @param mixture the name of the mixture
/// @param process the name of the process
/// @param solver the name of the solver
/// @param grid the name of the grid
/// @param asked the number of the budget
/// @param steps how many steps the grid has
/// @param method how the errors were found
/// @param verdict the errors
record Row(
        String mixture,
        String process,
        String solver,
        String grid,
        int asked,
        int steps,
        String method,
        Verdict verdict) {
    boolean has(String error) {
        return verdict.errors().containsKey(error);
    }

    Optional<ErrorValue> find(String error) {
        return Optional.ofNullable(verdict.errors().get(error));
    }

    ErrorValue error(String error) {
        return find(error).orElseThrow();
    }

    /// Whether points, or the law, did not stay finite.
    boolean diverged() {
        return verdict.failure().filter(why -> why.contains("no longer finite")).isPresent();
    }

    /// A word for whether there are errors, and why not.
    String outcome() {
        return verdict.failure().isEmpty() ? "done" : diverged() ? "diverged" : "fails";
    }

    /// Whether the distances are upper bounds.
    boolean isUpperBound() {
        return verdict.note().filter(Verdict.UPPER_BOUND::equals).isPresent();
    }

    /// Counts are written without a fraction, means with one.
    static Number whole(double evaluations) {
        return evaluations == Math.rint(evaluations) ? (Number) (long) evaluations : evaluations;
    }

    SequencedMap<String, Object> toDocument() {
        SequencedMap<String, Object> document = new LinkedHashMap<>();
        document.put("mixture", mixture);
        document.put("process", process);
        document.put("sampler", solver);
        document.put("grid", grid);
        document.put("budget", asked);
        document.put("steps", steps);
        document.put("evaluations", whole(verdict.evaluations()));
        document.put("seconds", verdict.seconds());
        document.put("method", method);
        verdict.failure().ifPresent(why -> {
            document.put("outcome", diverged() ? "diverged" : "failed");
            document.put("why", why);
        });
        verdict.note().ifPresent(note -> document.put("note", note));
        SequencedMap<String, Object> errors = new LinkedHashMap<>();
        verdict.errors().forEach((name, error) -> errors.put(name, error.toDocument()));
        document.put("errors", errors);
        return document;
    }
}
