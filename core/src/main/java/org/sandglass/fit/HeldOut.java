package org.sandglass.fit;

import java.util.Arrays;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.random.RandomStreams;

/// Rows that a fit does not see, to judge it by: a split that depends on the number of rows, the share and
/// the seed alone. Both parts keep the order of the rows.
///
/// @param training rows to fit to
/// @param heldOut the others
public record HeldOut(Points training, Points heldOut) {
    /// Splits rows at random.
    ///
    /// @param points the rows
    /// @param fraction which share is held out, in `(0, 1)`; rounded to rows
    /// @param seed of the choice
    /// @return the parts
    /// @throws IllegalArgumentException if one part would be empty
    public static HeldOut of(Points points, double fraction, long seed) {
        long held = Math.round(fraction * points.n());
        if (!(fraction > 0 && fraction < 1) || held < 1 || held >= points.n()) {
            throw new IllegalArgumentException(
                    "the held-out fraction must be in (0, 1) and leave rows on both sides, got " + fraction + " of "
                            + points.n() + " rows");
        }
        int[] order = Shuffle.of(points.n(), RandomStreams.of(seed).stream("fit: held out"));
        return new HeldOut(rows(points, order, (int) held, points.n()), rows(points, order, 0, (int) held));
    }

    private static Points rows(Points points, int[] order, int from, int to) {
        int[] chosen = Arrays.copyOfRange(order, from, to);
        Arrays.sort(chosen);
        Points out = Points.zeros(chosen.length, points.d());
        for (int i = 0; i < chosen.length; i++) {
            System.arraycopy(points.data(), chosen[i] * points.d(), out.data(), i * points.d(), points.d());
        }
        return out;
    }

    /// The mean log density of the rows that are held out.
    ///
    /// @param mixture a mixture that was fitted to the others
    /// @return nats per row; more is better
    public double meanLogDensity(GaussianMixture mixture) {
        return Arrays.stream(mixture.logDensity(heldOut)).sum() / heldOut.n();
    }
}
