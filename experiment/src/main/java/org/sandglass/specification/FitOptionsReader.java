package org.sandglass.specification;

import java.util.List;
import java.util.Optional;
import org.sandglass.fit.VariancePrior;

/// Reads how a mixture is to be fitted from a document.
final class FitOptionsReader {
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

    private FitOptionsReader() {}

    static FitOptions read(Node node, FitOptions.Labelled labelled) {
        FitOptions usual = FitOptions.usual(labelled);
        return new FitOptions(
                node.find("covariance")
                        .map(c -> FitOptions.structure(c.where(), c.text()))
                        .orElse(usual.structure()),
                node.find("prior").map(FitOptionsReader::prior).orElse(usual.prior()),
                start(node),
                node.find("restarts").map(r -> r.count(1)).orElse(usual.restarts()),
                node.find("tolerance").map(FitOptionsReader::tolerance).orElse(usual.tolerance()),
                node.find("iterations").map(i -> i.count(0)).orElse(usual.iterations()),
                node.find("held-out").map(FitOptionsReader::heldOut).orElse(usual.heldOut()),
                node.find("standardise").map(Node::truth).orElse(usual.standardise()),
                node.find("seed")
                        .map(s -> s.whole(Long.MIN_VALUE, Long.MAX_VALUE))
                        .orElse(usual.seed()));
    }

    private static VariancePrior prior(Node node) {
        if (node.isMapping()) {
            node.known(OF_PRIOR);
            return new VariancePrior.PseudoObservations(
                    node.get("strength").positive(), node.get("scale").positive());
        }
        return FitOptions.prior(node.where(), node.text());
    }

    private static FitStart start(Node node) {
        FitStart start = node.find("start").map(FitOptionsReader::startOf).orElseGet(FitStart::usual);
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
}
