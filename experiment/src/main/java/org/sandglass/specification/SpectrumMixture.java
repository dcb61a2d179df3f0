package org.sandglass.specification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.sandglass.format.ArrayFiles;
import org.sandglass.format.InputException;
import org.sandglass.format.NumberArray;
import org.sandglass.format.Selection;
import org.sandglass.mixture.Diagonal;
import org.sandglass.mixture.GaussianMixture;

/// One Gaussian around 0 in the eigenbasis of its covariance: `{gaussian: {eigenvalues: cifar10.npy}}`, `[D]`
/// variances. Immutable.
///
/// Eigenvalues `≤ 0` count as 0, as those of an estimated covariance may be by rounding: such a direction is flat,
/// there is no density, and scores need `σ(t) > 0`.
public final class SpectrumMixture implements MixtureSpec {
    private final Path file;

    private SpectrumMixture(Path file) {
        this.file = file;
    }

    static SpectrumMixture read(Node node) {
        return new SpectrumMixture(
                node.known(List.of("eigenvalues")).get("eigenvalues").file());
    }

    @Override
    public ResolvedMixture resolve() {
        double[] stds = eigenvalues();
        for (int j = 0; j < stds.length; j++) {
            if (!(stds[j] < Double.POSITIVE_INFINITY)) {
                throw InputException.in(file, "eigenvalue " + j + " must be finite, got " + stds[j]);
            }
            stds[j] = stds[j] > 0 ? Math.sqrt(stds[j]) : 0;
        }
        return ResolvedMixture.single(GaussianMixture.gaussian(new double[stds.length], Diagonal.of(stds)));
    }

    private double[] eigenvalues() {
        try {
            NumberArray array = ArrayFiles.read(file, Selection.usual());
            if (array.shape().size() != 1 || array.shape().getFirst() == 0) {
                throw InputException.in(file, "must hold [D] eigenvalues, got shape " + array.shape());
            }
            return array.data().clone();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public SequencedMap<String, Object> toDocument() {
        SequencedMap<String, Object> inner = new LinkedHashMap<>();
        inner.put("eigenvalues", file);
        SequencedMap<String, Object> document = new LinkedHashMap<>();
        document.put("gaussian", inner);
        return document;
    }
}
