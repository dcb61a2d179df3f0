package org.sandglass.mixture;

import java.util.List;
import org.sandglass.linalg.Points;

/// `B` mixtures with the same number of components and dimension, evaluated side by side.
///
/// Points for a batch have shape `[N, B, D]`: row `i·B + b` of the `(N·B) × D` [Points] belongs to mixture `b`.
/// Results have shape `[N, B]` or `[N, B, D]` in the same order. Immutable.
public final class MixtureBatch {
    private final List<GaussianMixture> mixtures;

    private MixtureBatch(List<GaussianMixture> mixtures) {
        this.mixtures = mixtures;
    }

    /// A batch.
    ///
    /// @param mixtures at least one, all with the same `K` and `d`
    /// @return the batch
    /// @throws IllegalArgumentException if shapes differ
    public static MixtureBatch of(List<GaussianMixture> mixtures) {
        if (mixtures.isEmpty()) {
            throw new IllegalArgumentException("a batch needs at least one mixture");
        }
        GaussianMixture first = mixtures.getFirst();
        for (int b = 0; b < mixtures.size(); b++) {
            GaussianMixture m = mixtures.get(b);
            if (m.k() != first.k() || m.d() != first.d()) {
                throw new IllegalArgumentException("mixture " + b + " of the batch has K=" + m.k() + ", d=" + m.d()
                        + ", mixture 0 has K=" + first.k() + ", d=" + first.d());
            }
        }
        return new MixtureBatch(List.copyOf(mixtures));
    }

    /// How many mixtures.
    ///
    /// @return `B ≥ 1`
    public int size() {
        return mixtures.size();
    }

    /// The number of components of each.
    ///
    /// @return `K`
    public int k() {
        return mixtures.getFirst().k();
    }

    /// The dimension of each.
    ///
    /// @return `D`
    public int d() {
        return mixtures.getFirst().d();
    }

    /// One mixture of the batch.
    ///
    /// @param b which, `0 ≤ b < B`
    /// @return the mixture
    public GaussianMixture get(int b) {
        return mixtures.get(b);
    }

    /// All mixtures.
    ///
    /// @return `B` mixtures, unmodifiable
    public List<GaussianMixture> mixtures() {
        return mixtures;
    }

    /// The points of `[N, B, D]` that belong to mixture `b`.
    ///
    /// @param x `(N·B) × D`
    /// @param b which mixture
    /// @return a copy, `N × D`
    /// @throws IllegalArgumentException if the number of rows is not a multiple of `B`
    public Points gather(Points x, int b) {
        int n = rowsPerMixture(x);
        Points out = Points.zeros(n, x.d());
        for (int i = 0; i < n; i++) {
            System.arraycopy(x.data(), (i * size() + b) * x.d(), out.data(), i * x.d(), x.d());
        }
        return out;
    }

    /// Writes the results of mixture `b` to their places in `[N, B, width]`.
    ///
    /// @param values `[N·width]`, row-major
    /// @param width how many numbers per point
    /// @param b which mixture
    /// @param out `[N·B·width]`, of which `b`'s places are written
    public void scatter(double[] values, int width, int b, double[] out) {
        for (int i = 0; i * width < values.length; i++) {
            System.arraycopy(values, i * width, out, (i * size() + b) * width, width);
        }
    }

    /// `ln p_b(x)` for every point and mixture.
    ///
    /// @param x `(N·B) × D`
    /// @return `[N·B]`
    public double[] logDensity(Points x) {
        double[] out = new double[x.n()];
        for (int b = 0; b < size(); b++) {
            scatter(get(b).logDensity(gather(x, b)), 1, b, out);
        }
        return out;
    }

    /// `∇ ln p_b(x)` for every point and mixture.
    ///
    /// @param x `(N·B) × D`
    /// @return `(N·B) × D`
    public Points score(Points x) {
        Points out = Points.zeros(x.n(), x.d());
        for (int b = 0; b < size(); b++) {
            scatter(get(b).score(gather(x, b)).data(), x.d(), b, out.data());
        }
        return out;
    }

    private int rowsPerMixture(Points x) {
        if (x.n() % size() != 0 || x.d() != d()) {
            throw new IllegalArgumentException("a batch of " + size() + " mixtures of dimension " + d() + " needs [N, "
                    + size() + ", " + d() + "] points, got " + x.n() + " rows of dimension " + x.d());
        }
        return x.n() / size();
    }
}
