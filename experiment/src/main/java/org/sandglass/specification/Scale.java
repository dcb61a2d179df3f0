package org.sandglass.specification;

import java.util.SequencedMap;
import org.sandglass.format.InputException;
import org.sandglass.linalg.NumericalException;
import org.sandglass.mixture.Covariance;
import org.sandglass.mixture.Diagonal;
import org.sandglass.mixture.Isotropic;
import org.sandglass.mixture.LowRank;
import org.sandglass.mixture.Spectral;

/// How wide the components of an explicit mixture are.
sealed interface Scale {
    /// One standard deviation for all, or one per mixture.
    ///
    /// @param numbers a number, or B
    record Std(Numbers numbers) implements Scale {}

    /// Standard deviations per component, or per component and coordinate.
    ///
    /// @param numbers K, K x D, B x K x D or B x K (a shape that is both K x D and B x K counts as K x D)
    record Stds(Numbers numbers) implements Scale {}

    /// Full covariances.
    ///
    /// @param numbers K x D x D, or B x K x D x D
    record Covariances(Numbers numbers) implements Scale {}

    /// Low rank plus diagonal: `F Fᵀ + diag(n²)`.
    ///
    /// @param factors K x D x R, or B x K x D x R
    /// @param noise as [Std] or [Stds]
    record Factors(Numbers factors, Numbers noise) implements Scale {}

    /// Checks shapes, signs and definiteness.
    default void check(Layout layout) {
        int k = layout.k();
        int d = layout.d();
        switch (this) {
            case Std(Numbers numbers) -> {
                if (!layout.fits(numbers)) {
                    throw Checks.shape(numbers, layout.batched() ? "one number or " + layout.b() : "one number");
                }
                Checks.positive(numbers);
            }
            case Stds(Numbers numbers) -> checkStds(layout, numbers);
            case Covariances(Numbers numbers) -> {
                if (!layout.fits(numbers, k, d, d)) {
                    throw Checks.shape(numbers, layout.needed("K x D x D", k, d, d));
                }
                Checks.finite(numbers);
                Symmetry.check(numbers, d);
            }
            case Factors(Numbers factors, Numbers noise) -> {
                if (!layout.fits(factors, k, d, factors.rank() == 0 ? 0 : factors.axis(factors.rank() - 1))) {
                    throw Checks.shape(factors, "K x D x R = " + k + " x " + d + " x R numbers");
                }
                Checks.finite(factors);
                if (noise.rank() == 0) {
                    Checks.positive(noise);
                } else {
                    checkStds(layout, noise);
                }
            }
        }
    }

    /// The covariance of component `k` of mixture `b`.
    default Covariance of(Layout layout, int b, int k) {
        int d = layout.d();
        return switch (this) {
            case Std(Numbers numbers) -> new Isotropic(numbers.get(layout.offset(numbers, b)), d);
            case Stds(Numbers numbers) -> stds(layout, numbers, b, k);
            case Covariances(Numbers numbers) -> {
                int from = layout.offset(numbers, b, layout.k(), d, d) + k * d * d;
                yield spectral(numbers, from, d);
            }
            case Factors(Numbers factors, Numbers noise) -> {
                int rank = factors.axis(factors.rank() - 1);
                int from = layout.offset(factors, b, layout.k(), d, rank) + k * d * rank;
                double[] n = noise.rank() == 0 ? filled(noise.get(0), d) : expanded(stds(layout, noise, b, k));
                yield LowRank.of(factors.slice(from, from + d * rank), rank, n);
            }
        };
    }

    default void write(SequencedMap<String, Object> document) {
        switch (this) {
            case Std(Numbers numbers) -> document.put("std", numbers.nested());
            case Stds(Numbers numbers) -> document.put("stds", numbers.nested());
            case Covariances(Numbers numbers) -> document.put("covariances", numbers.nested());
            case Factors(Numbers factors, Numbers noise) -> {
                document.put("factors", factors.nested());
                document.put("noise-stds", noise.nested());
            }
        }
    }

    private static void checkStds(Layout layout, Numbers numbers) {
        if (!layout.fits(numbers, layout.k()) && !layout.fits(numbers, layout.k(), layout.d())) {
            throw Checks.shape(numbers, "K = " + layout.k() + " or " + layout.needed("K x D", layout.k(), layout.d()));
        }
        Checks.positive(numbers);
    }

    private static Covariance stds(Layout layout, Numbers numbers, int b, int k) {
        int d = layout.d();
        if (layout.fits(numbers, layout.k(), d)) {
            int from = layout.offset(numbers, b, layout.k(), d) + k * d;
            return Diagonal.of(numbers.slice(from, from + d));
        }
        return new Isotropic(numbers.get(layout.offset(numbers, b, layout.k()) + k), d);
    }

    private static Covariance spectral(Numbers numbers, int from, int d) {
        try {
            return Spectral.of(numbers.slice(from, from + d * d), d);
        } catch (IllegalArgumentException | NumericalException e) {
            String place = d == 1 ? numbers.where(from) : numbers.where(from).replaceAll("\\[0]\\[0]$", "");
            throw new InputException(place + " must be positive definite (" + e.getMessage() + ")");
        }
    }

    private static double[] expanded(Covariance covariance) {
        return switch (covariance) {
            case Isotropic(double std, int d) -> filled(std, d);
            case Diagonal diagonal -> diagonal.stds();
            case Spectral _, LowRank _ -> throw new IllegalStateException("noise is diagonal");
        };
    }

    private static double[] filled(double value, int d) {
        double[] all = new double[d];
        java.util.Arrays.fill(all, value);
        return all;
    }
}
