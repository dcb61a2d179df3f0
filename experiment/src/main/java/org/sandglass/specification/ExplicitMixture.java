package org.sandglass.specification;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.Covariance;
import org.sandglass.mixture.GaussianMixture;

/// A mixture given by its numbers, or a batch of mixtures with the same `K` and `D`.
///
/// Immutable; keeps the numbers as given.
public final class ExplicitMixture implements MixtureSpec {
    private final Weighting weighting;
    private final Numbers means;
    private final Scale scale;
    private final SequencedMap<String, Object> notes;

    ExplicitMixture(Weighting weighting, Numbers means, Scale scale, SequencedMap<String, Object> notes) {
        this.weighting = weighting;
        this.means = means;
        this.scale = scale;
        this.notes = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(notes));
    }

    /// These numbers with other notes, such as `title` and `source`.
    ///
    /// @param added notes that replace those of the same key
    /// @return a mixture of the same numbers
    public ExplicitMixture withNotes(SequencedMap<String, Object> added) {
        SequencedMap<String, Object> all = new LinkedHashMap<>(notes);
        all.putAll(added);
        return new ExplicitMixture(weighting, means, scale, all);
    }

    Layout layout() {
        return Layout.of(means);
    }

    @Override
    public ResolvedMixture resolve() {
        Layout layout = layout();
        return new ResolvedMixture(
                layout.batched(),
                IntStream.range(0, layout.b()).mapToObj(this::mixture).toList());
    }

    private GaussianMixture mixture(int b) {
        Layout layout = layout();
        int size = layout.k() * layout.d();
        Points centres = Points.wrap(means.slice(b * size, (b + 1) * size), layout.k(), layout.d());
        List<Covariance> covariances = new ArrayList<>();
        for (int k = 0; k < layout.k(); k++) {
            covariances.add(scale.of(layout, b, k));
        }
        double[] given = weighting.of(layout, b);
        return switch (weighting) {
            case Weighting.Equal() -> GaussianMixture.equallyWeighted(centres, covariances);
            case Weighting.OfWeights _ -> GaussianMixture.ofWeights(given, centres, covariances);
            case Weighting.OfLogits _ -> GaussianMixture.ofLogits(given, centres, covariances);
        };
    }

    @Override
    public SequencedMap<String, Object> toDocument() {
        SequencedMap<String, Object> document = new LinkedHashMap<>(notes);
        weighting.write(document);
        document.put("means", means.nested());
        scale.write(document);
        return document;
    }
}
