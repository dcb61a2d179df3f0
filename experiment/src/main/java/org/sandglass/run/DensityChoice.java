package org.sandglass.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sandglass.format.InputException;

/// Which of the metrics that are asked for are density metrics, and which are left for others.
///
/// @param metrics the density metrics, in order
/// @param others the rest of the words, as a comma list
/// @param leavesOthers whether other metrics are asked for at all
public record DensityChoice(List<DensityMetric> metrics, String others, boolean leavesOthers) {
    /// Copies the list.
    public DensityChoice {
        metrics = List.copyOf(metrics);
    }

    /// Reads an option's comma list.
    ///
    /// @param option the option that carried it
    /// @param words names of metrics, `all`, or nothing for the usual ones
    /// @param hasModel whether a model was given, so that density metrics belong to `all` and to the
    ///     usual ones
    /// @param hasTarget whether draws of the mixture were given too
    /// @return the choice
    /// @throws InputException if a number is missing or wrong, or a name stands twice
    public static DensityChoice of(String option, String words, boolean hasModel, boolean hasTarget) {
        if (words.isEmpty() || words.equals("all")) {
            List<DensityMetric> suiting = DensityMetric.all().stream()
                    .filter(metric -> metric.side() == DensityMetric.Side.MODEL ? hasModel : hasTarget)
                    .toList();
            return new DensityChoice(suiting, words, true);
        }
        List<DensityMetric> metrics = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (String word :
                Arrays.stream(words.split(",", -1)).map(String::strip).toList()) {
            Optional<DensityMetric> found = DensityMetric.find(option, word);
            found.ifPresentOrElse(metrics::add, () -> others.add(word));
        }
        if (metrics.stream().map(DensityMetric::name).distinct().count() < metrics.size()) {
            throw new InputException(option + " must name each metric once, got " + words);
        }
        return new DensityChoice(metrics, String.join(",", others), !others.isEmpty());
    }
}
