package org.sandglass.specification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.sandglass.format.ArrayFiles;
import org.sandglass.format.InputException;
import org.sandglass.linalg.Points;

/// A mixture with one component per value of a label column: `{fit: {data: penguins.csv, columns: […], by:
/// species, covariance: full}}`.
///
/// Weights are the shares of the labels, means and covariances those of the rows with that label (maximum
/// likelihood: divided by their number, not one less). With `standardise: true`, every column is first
/// shifted and scaled to mean 0 and standard deviation 1 over all rows, and the mixture lives in those
/// coordinates. Components stand in the order in which their labels first appear. Immutable.
public final class FittedMixture implements MixtureSpec {
    private static final List<String> KEYS =
            List.of("data", "columns", "by", "components", "covariance", "standardise");
    private static final List<String> COVARIANCES = List.of("full", "diagonal", "isotropic");

    private final DataReference data;
    private final String by;
    private final String covariance;
    private final boolean standardise;

    private FittedMixture(DataReference data, String by, String covariance, boolean standardise) {
        this.data = data;
        this.by = by;
        this.covariance = covariance;
        this.standardise = standardise;
    }

    static FittedMixture read(Node node) {
        node.known(KEYS);
        if (node.has("components") && node.has("by")) {
            throw node.error("holds both by and components; give one of them");
        }
        if (node.has("components")) {
            throw node.get("components")
                    .error("needs an EM fit, which comes with its own work; fit by a label column: by");
        }
        return new FittedMixture(
                DataReference.read(node),
                node.get("by").text(),
                node.find("covariance").map(c -> c.word(COVARIANCES)).orElse("full"),
                node.find("standardise").map(Node::truth).orElse(false));
    }

    @Override
    public ResolvedMixture resolve() {
        Points points = data.points();
        List<String> labels = labels();
        if (labels.size() != points.n()) {
            throw InputException.in(data.file(), "has " + labels.size() + " labels for " + points.n() + " rows");
        }
        LabelFit fit = new LabelFit(data.file(), standardise ? LabelFit.standardised(data.file(), points) : points);
        return ResolvedMixture.single(fit.mixture(labels, by, covariance));
    }

    private List<String> labels() {
        try {
            return ArrayFiles.labels(data.file(), by);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public SequencedMap<String, Object> toDocument() {
        SequencedMap<String, Object> inner = new LinkedHashMap<>();
        data.write(inner);
        inner.put("by", by);
        inner.put("covariance", covariance);
        inner.put("standardise", standardise);
        SequencedMap<String, Object> document = new LinkedHashMap<>();
        document.put("fit", inner);
        return document;
    }
}
