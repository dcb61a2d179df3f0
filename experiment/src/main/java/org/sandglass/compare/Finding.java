package org.sandglass.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.sandglass.compare.Group.Line;

/// What a comparison found out about one mixture under one process, as people read it.
///
/// @param title mixture and process
/// @param components of the mixture
/// @param dimension of the points
/// @param errors the names of all errors that were found
/// @param tables the error that tells, and the distance to the exact flow where it is known
/// @param others a table for each further error
/// @param methods how errors were found, to the solvers that it was so for
public record Finding(
        String title,
        int components,
        int dimension,
        List<String> errors,
        List<ErrorTable> tables,
        List<ErrorTable> others,
        SequencedMap<String, List<String>> methods) {
    /// Copies the lists and the methods.
    public Finding {
        errors = List.copyOf(errors);
        tables = List.copyOf(tables);
        others = List.copyOf(others);
        methods = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(methods));
    }

    static Finding of(CompareResults results, Group group) {
        List<String> shown = group.shownErrors();
        List<ErrorTable> tables = shown.stream()
                .map(error -> ErrorTable.of(results, group, error))
                .toList();
        List<String> errors = group.lines().stream()
                .flatMap(line -> line.rows().stream())
                .flatMap(row -> row.verdict().errors().keySet().stream())
                .distinct()
                .toList();
        List<ErrorTable> others = errors.stream()
                .filter(error -> !shown.contains(error))
                .map(error -> ErrorTable.numbers(results, group, error))
                .toList();
        return new Finding(
                group.title(), group.components(), group.dimension(), errors, tables, others, methods(group));
    }

    private static SequencedMap<String, List<String>> methods(Group group) {
        SequencedMap<String, List<String>> methods = new LinkedHashMap<>();
        for (Line line : group.lines()) {
            line.rows().stream().map(Row::method).distinct().forEach(method -> {
                List<String> solvers = methods.computeIfAbsent(method, _ -> new ArrayList<>());
                if (!solvers.contains(line.solver())) {
                    solvers.add(line.solver());
                }
            });
        }
        return methods;
    }

    /// Whether the law of what samplers return was propagated as a Gaussian.
    ///
    /// @return true if it was of some solver
    public boolean isPropagated() {
        return errors.contains(GaussianJudge.OF_MEANS);
    }

    /// Whether quantiles on the line were compared.
    ///
    /// @return true if they were of some solver
    public boolean isOnTheLine() {
        return dimension == 1 && (components > 1 || errors.contains(LineJudge.W1));
    }

    /// Whether points were compared with where the exact flow takes them.
    ///
    /// @return true if they were of some solver
    public boolean hasFlow() {
        return errors.contains(DrawingJudge.TO_FLOW);
    }
}
