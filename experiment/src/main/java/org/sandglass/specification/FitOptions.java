package org.sandglass.specification;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.BiConsumer;
import org.sandglass.fit.FitSettings;
import org.sandglass.fit.Start;
import org.sandglass.fit.Structure;
import org.sandglass.fit.VariancePrior;
import org.sandglass.format.InputException;

/// How a mixture is fitted, as a document or a command line says it; all have defaults.
///
/// @param structure of the covariances
/// @param prior the floor under variances
/// @param start where to begin
/// @param restarts how many starts, of which the best end is kept
/// @param tolerance the gain per row below which an iteration is the last
/// @param iterations how many at most
/// @param heldOut the share of rows that judge and are not fitted to; 0 for none
/// @param standardise whether columns are first given mean 0 and standard deviation 1
/// @param seed of starts and of the rows held out
public record FitOptions(
        Structure structure,
        VariancePrior prior,
        FitStart start,
        int restarts,
        double tolerance,
        int iterations,
        double heldOut,
        boolean standardise,
        long seed) {
    /// The defaults.
    ///
    /// @param labelled for a fit by labels, which has no prior unless one is asked for
    /// @return all of them
    public static FitOptions usual(Labelled labelled) {
        FitSettings settings = FitSettings.usual(new Structure.Full());
        return new FitOptions(
                settings.structure(),
                labelled == Labelled.YES ? new VariancePrior.Off() : settings.prior(),
                FitStart.usual(),
                settings.restarts(),
                settings.tolerance(),
                settings.iterations(),
                0,
                false,
                0);
    }

    /// Whether rows come with labels.
    public enum Labelled {
        /// One component per label, in one step.
        YES,
        /// Expectation–maximisation.
        NO
    }

    /// A structure by its word.
    ///
    /// @param where names the place in messages
    /// @param word as [Structure#of(String)] reads it
    /// @return the structure
    /// @throws InputException if there is none of that name
    public static Structure structure(String where, String word) {
        return Structure.of(word)
                .orElseThrow(() -> new InputException(where + " must be one of " + String.join(", ", Structure.WORDS)
                        + ", got \"" + word + "\""
                        + Nearest.of(word, Structure.WORDS)
                                .map(near -> "; did you mean \"" + near + "\"?")
                                .orElse("")));
    }

    /// A prior by its word.
    ///
    /// @param where names the place in messages
    /// @param word `off`, or strength and scale as `1:0.1`
    /// @return the prior
    /// @throws InputException if it is neither
    public static VariancePrior prior(String where, String word) {
        if (word.equals("off")) {
            return new VariancePrior.Off();
        }
        try {
            String[] parts = word.split(":", -1);
            if (parts.length == 2) {
                return new VariancePrior.PseudoObservations(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]));
            }
        } catch (IllegalArgumentException _) {
            // told below, with what was needed
        }
        throw new InputException(
                where + " must be off, or a strength and a scale > 0 as in 1:0.1, got \"" + word + "\"");
    }

    FitSettings settings(DataReference data) {
        return new FitSettings(structure, prior, startIn(data), restarts, tolerance, iterations, seed);
    }

    private Start startIn(DataReference data) {
        return switch (start) {
            case FitStart.KMeans(int trials, int lloyd) -> new Start.KMeansPlusPlus(trials, lloyd);
            case FitStart.RandomPoints() -> new Start.RandomPoints();
            case FitStart.Labels(String column) -> new Start.Labels(data.labels(column));
            case FitStart.Mixture(MixtureSpec mixture) ->
                new Start.Mixture(mixture.resolve().only("the start of a fit"));
        };
    }

    /// Every option as a document says it.
    void write(SequencedMap<String, Object> document, Labelled labelled) {
        document.put("covariance", structure.word());
        document.put("standardise", standardise);
        document.put(
                "prior",
                switch (prior) {
                    case VariancePrior.Off() -> "off";
                    case VariancePrior.PseudoObservations(double strength, double scale) -> {
                        SequencedMap<String, Object> numbers = new LinkedHashMap<>();
                        numbers.put("strength", strength);
                        numbers.put("scale", scale);
                        yield numbers;
                    }
                });
        if (labelled == Labelled.NO) {
            writeOfEm(document::put);
        }
    }

    private void writeOfEm(BiConsumer<String, Object> put) {
        put.accept("start", start.written());
        if (start instanceof FitStart.KMeans(int trials, int lloyd)) {
            put.accept("trials", trials);
            put.accept("lloyd", lloyd);
        }
        put.accept("restarts", restarts);
        put.accept("tolerance", tolerance);
        put.accept("iterations", iterations);
        put.accept("held-out", heldOut);
        put.accept("seed", seed);
    }
}
