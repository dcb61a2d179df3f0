package org.sandglass.metric;

import java.util.Arrays;
import java.util.Optional;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.GaussianMixture;

/// The sliced Kolmogorov–Smirnov distance `1/L Σₗ sup |Fₙ,ₗ − Fₗ|` over `L` fixed random directions, 64
/// unless told; each projection of the mixture is a mixture on a line, whose distribution function `Fₗ`
/// is exact. No reference draws.
///
/// In one dimension it is `ks`. The standard error is that of the first-order term, `1/L Σₗ ±1[⟨θₗ, x⟩ ≤
/// tₗ]` at the places `tₗ` of the largest gaps. Costs `O(L n (d + K + ln n))`.
///
/// @param directions `L ≥ 1`
public record SlicedKs(int directions) implements Metric {
    /// Checks the number.
    public SlicedKs {
        if (directions < 1) {
            throw new IllegalArgumentException("directions must be >= 1, got " + directions);
        }
    }

    @Override
    public String name() {
        return directions == 64 ? "sliced-ks" : "sliced-ks:" + directions;
    }

    @Override
    public String summary() {
        return "largest gap to the exact distribution function, mean over 64 directions";
    }

    @Override
    public Optional<String> objection(Reference reference) {
        return Needs.mixture(reference);
    }

    @Override
    public Optional<Metric> with(int number) {
        return number < 1 ? Optional.empty() : Optional.of(new SlicedKs(number));
    }

    @Override
    public Estimate of(Points x, Reference reference) {
        double[][] all = Slices.directions(x.d(), directions, reference.streams());
        double[] values = new double[all.length];
        byte[][] sides = new byte[all.length][];
        reference.loop().forEach(all.length, l -> {
            sides[l] = new byte[x.n()];
            values[l] = slice(x, all[l], reference.mixture(), sides[l]);
        });
        double[] terms = new double[x.n()];
        for (byte[] side : sides) {
            for (int i = 0; i < terms.length; i++) {
                terms[i] += (double) side[i] / all.length;
            }
        }
        return new Estimate(Estimate.mean(values), Estimate.errorOfMean(terms));
    }

    /// `D` along a direction; marks the points on the lower side of its place by `±1`.
    private static double slice(Points x, double[] direction, GaussianMixture mixture, byte[] side) {
        double[] projected = Slices.projected(x, direction);
        double[] sorted = projected.clone();
        Arrays.sort(sorted);
        EdfLine line = EdfLine.of(sorted, LineLaw.along(mixture, direction));
        EdfLine.Gap gap = line.largestGap();
        for (int i = 0; i < side.length && gap.count() > 0; i++) {
            side[i] = (byte) (projected[i] <= sorted[gap.count() - 1] ? gap.sign() : 0);
        }
        return gap.size();
    }
}
