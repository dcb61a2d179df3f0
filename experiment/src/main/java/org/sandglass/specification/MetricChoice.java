package org.sandglass.specification;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.sandglass.format.InputException;
import org.sandglass.metric.Metric;
import org.sandglass.metric.Reference;

/// Which metrics are asked for: the usual ones, all, or some by name.
public sealed interface MetricChoice {
    /// The usual ones that suit the case.
    record Usual() implements MetricChoice {}

    /// All that suit the case.
    record All() implements MetricChoice {}

    /// These, each of which must suit the case.
    ///
    /// @param metrics in order, of different names
    record Named(List<Metric> metrics) implements MetricChoice {
        /// Copies the list.
        public Named {
            metrics = List.copyOf(metrics);
        }
    }

    /// Reads an option's comma list.
    ///
    /// @param option the option that carried it
    /// @param words names of metrics, `all`, or nothing for the usual ones
    /// @return the choice
    /// @throws InputException if a name is unknown or stands twice
    static MetricChoice of(String option, String words) {
        if (words.isEmpty()) {
            return new Usual();
        }
        if (words.equals("all")) {
            return new All();
        }
        List<Metric> metrics = Arrays.stream(words.split(",", -1))
                .map(word -> named(word.strip(), what -> new InputException(option + " " + what)))
                .toList();
        if (metrics.stream().map(Metric::name).distinct().count() < metrics.size()) {
            throw new InputException(option + " must name each metric once, got " + words);
        }
        return new Named(metrics);
    }

    /// The metrics for a case.
    ///
    /// @param option the option that carried the choice, for the message
    /// @param reference the case
    /// @return at least one metric, none of which has an objection
    /// @throws InputException if a named one does not suit the case, or none does
    default List<Metric> metrics(String option, Reference reference) {
        return switch (this) {
            case Usual() ->
                suitable(Metric.all().stream().filter(Metric::isUsual).toList(), reference);
            case All() -> suitable(Metric.all(), reference);
            case Named(List<Metric> named) -> {
                named.forEach(metric -> metric.objection(reference).ifPresent(objection -> {
                    throw new InputException(option + ": " + metric.name() + " " + objection);
                }));
                yield named;
            }
        };
    }

    private static List<Metric> suitable(List<Metric> metrics, Reference reference) {
        return metrics.stream()
                .filter(metric -> metric.objection(reference).isEmpty())
                .toList();
    }

    /// The metric of a name.
    ///
    /// @param word the name, and after a colon a number for those that take one
    /// @param error makes the exception from what is wrong
    /// @return the metric
    static Metric named(String word, Function<String, InputException> error) {
        return Metric.find(word).orElseThrow(() -> error.apply(unknown(word)));
    }

    private static String unknown(String word) {
        String name = word.replaceFirst(":.*", "");
        if (Metric.find(name).isPresent()) {
            return "must be " + name + " alone or with a number that it takes, as in sliced-w1:500, got \"" + word
                    + '"';
        }
        List<String> names = Metric.all().stream().map(Metric::name).toList();
        return "must name metrics, got \"" + word + "\"; " + Nearest.suggestion(name, names);
    }
}
