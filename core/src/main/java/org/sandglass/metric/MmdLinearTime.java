package org.sandglass.metric;

import java.util.Optional;
import org.sandglass.linalg.Points;

/// The linear-time estimate of `MMD²` over neighbouring rows, as iDEM and pDEM report it: the mean over
/// `i` of `k(xᵢ, xᵢ₊₁) + k(yᵢ, yᵢ₊₁) − k(xᵢ, yᵢ₊₁) − k(yᵢ, xᵢ₊₁)` (Gretton and others 2012, section 6,
/// over all neighbours).
///
/// Unbiased if the rows are independent; points in another order score another number. With `⟨x, y⟩` it
/// sees the means alone, with `(⟨x, y⟩ + 2)²` means and covariances; neither is a distance of laws. Of
/// unequal numbers the first rows count. The standard error is from ten blocks. Costs `O(nd)`.
///
/// @param kernel which of the two
public record MmdLinearTime(Choice kernel) implements Metric {
    /// The kernel.
    public enum Choice {
        /// `⟨x, y⟩`.
        LINEAR,
        /// `(⟨x, y⟩ + 2)²`.
        POLYNOMIAL
    }

    @Override
    public String name() {
        return switch (kernel) {
            case LINEAR -> "mmd2-idem-linear";
            case POLYNOMIAL -> "mmd2-idem-polynomial";
        };
    }

    @Override
    public String summary() {
        return switch (kernel) {
            case LINEAR -> "squared MMD over neighbouring rows, linear kernel: sees means alone";
            case POLYNOMIAL -> "squared MMD over neighbouring rows, squared kernel: sees two moments";
        };
    }

    @Override
    public Optional<String> objection(Reference reference) {
        return Needs.pairs(reference);
    }

    @Override
    public Estimate of(Points x, Reference reference) {
        Points y = reference.draws();
        Kernel k = kernel == Choice.LINEAR ? new Kernel.Linear() : new Kernel.Quadratic(2);
        double[] terms = new double[Math.min(x.n(), y.n()) - 1];
        for (int i = 0; i < terms.length; i++) {
            terms[i] = k.of(x, i, x, i + 1) + k.of(y, i, y, i + 1) - k.of(x, i, y, i + 1) - k.of(y, i, x, i + 1);
        }
        return new Estimate(Estimate.mean(terms), Blocks.ten(terms.length).errorOfMean(terms));
    }
}
