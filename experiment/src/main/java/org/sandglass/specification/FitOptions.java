package org.sandglass.specification;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
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
    /// What a label fit does not use.
    static final List<String> OF_EM =
            List.of("start", "trials", "lloyd", "restarts", "tolerance", "iterations", "held-out", "seed");

    /// All keys, beside data and components.
    static final List<String> KEYS = List.of(
            "covariance",
            "standardise",
            "prior",
            "start",
            "trials",
            "lloyd",
            "restarts",
            "tolerance",
            "iterations",
            "held-out",
            "seed");

    private static final List<String> OF_PRIOR = List.of("strength", "scale");

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

    static FitOptions read(Node node, Labelled labelled) {
        FitOptions usual = usual(labelled);
        return new FitOptions(
                node.find("covariance").map(c -> structure(c.where(), c.text())).orElse(usual.structure),
                node.find("prior").map(FitOptions::prior).orElse(usual.prior),
                start(node),
                node.find("restarts").map(r -> r.count(1)).orElse(usual.restarts),
                node.find("tolerance").map(FitOptions::tolerance).orElse(usual.tolerance),
                node.find("iterations").map(i -> i.count(0)).orElse(usual.iterations),
                node.find("held-out").map(FitOptions::heldOut).orElse(usual.heldOut),
                node.find("standardise").map(Node::truth).orElse(usual.standardise),
                node.find("seed")
                        .map(s -> s.whole(Long.MIN_VALUE, Long.MAX_VALUE))
                        .orElse(usual.seed));
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

    private static VariancePrior prior(Node node) {
        if (node.isMapping()) {
            node.known(OF_PRIOR);
            return new VariancePrior.PseudoObservations(
                    node.get("strength").positive(), node.get("scale").positive());
        }
        return prior(node.where(), node.text());
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

    private static FitStart start(Node node) {
        FitStart start = node.find("start").map(FitOptions::startOf).orElseGet(FitStart::usual);
        if (start instanceof FitStart.KMeans(int trials, int lloyd)) {
            return new FitStart.KMeans(
                    node.find("trials").map(t -> t.count(1)).orElse(trials),
                    node.find("lloyd").map(l -> l.count(0)).orElse(lloyd));
        }
        for (String key : List.of("trials", "lloyd")) {
            node.find(key).ifPresent(k -> {
                throw k.error("belongs to start: kmeans++");
            });
        }
        return start;
    }

    private static FitStart startOf(Node node) {
        Optional<FitStart> named = node.isText() ? FitStart.named(node.where(), node.text()) : Optional.empty();
        return named.orElseGet(() -> new FitStart.Mixture(MixtureReader.read(node)));
    }

    private static double tolerance(Node node) {
        double tolerance = node.finite();
        if (!(tolerance >= 0)) {
            throw node.wanted(">= 0");
        }
        return tolerance;
    }

    private static double heldOut(Node node) {
        double fraction = node.finite();
        if (!(fraction >= 0 && fraction < 1)) {
            throw node.wanted(">= 0 and < 1");
        }
        return fraction;
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
