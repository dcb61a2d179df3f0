package org.sandglass.compare;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.sandglass.linalg.NumericalException;

/// What was found out about one cell.
///
/// @param evaluations how many times the denoiser was asked about each point; their mean where points differ
/// @param seconds that it took
/// @param errors by their names
/// @param failure why there are none, if there are none
/// @param note what else is to be known
record Verdict(
        double evaluations,
        double seconds,
        SequencedMap<String, ErrorValue> errors,
        Optional<String> failure,
        Optional<String> note) {
    /// The note of a distance by quantiles where the map does not rise everywhere.
    static final String UPPER_BOUND = "upper bound: the solver does not keep the order of points";

    /// Copies the errors.
    Verdict {
        errors = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(errors));
    }

    /// Without a note.
    Verdict(double evaluations, double seconds, SequencedMap<String, ErrorValue> errors, Optional<String> failure) {
        this(evaluations, seconds, errors, failure, Optional.empty());
    }

    /// The same with a note.
    Verdict noted(String text) {
        return new Verdict(evaluations, seconds, errors, failure, Optional.of(text));
    }

    /// A run whose points or law did not stay finite, or a rule that is not finite on this grid: a result too.
    static Verdict failed(double evaluations, double seconds, NumericalException problem) {
        return new Verdict(
                evaluations, seconds, new LinkedHashMap<>(), Optional.of(String.valueOf(problem.getMessage())));
    }

    /// Mean numbers of repeats; a failure of one is the result.
    static Verdict mean(List<Verdict> repeats) {
        Verdict first = repeats.getFirst();
        Optional<Verdict> failed =
                repeats.stream().filter(each -> each.failure.isPresent()).findFirst();
        if (failed.isPresent()) {
            return failed.get();
        }
        SequencedMap<String, ErrorValue> errors = new LinkedHashMap<>();
        first.errors.keySet().forEach(name -> errors.put(name, ErrorValue.mean(values(repeats, name))));
        return new Verdict(
                repeats.stream().mapToDouble(Verdict::evaluations).average().orElseThrow(),
                repeats.stream().mapToDouble(Verdict::seconds).average().orElseThrow(),
                errors,
                Optional.empty());
    }

    private static List<ErrorValue> values(List<Verdict> repeats, String name) {
        return repeats.stream()
                .map(each -> Optional.ofNullable(each.errors.get(name)).orElseThrow())
                .toList();
    }
}
