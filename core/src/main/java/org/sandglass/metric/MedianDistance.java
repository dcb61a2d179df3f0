package org.sandglass.metric;

import java.util.Arrays;
import org.sandglass.linalg.Points;

/// The median distance of pairs of points, the usual bandwidth of a Gaussian kernel.
final class MedianDistance {
    /// More points on a side would only make it slower.
    private static final int MOST = 1000;

    /// Which pairs count.
    enum Pairs {
        /// `i < l`.
        DISTINCT,
        /// `i ≤ l`: a distance of 0 for every point too.
        WITH_THEMSELVES
    }

    private MedianDistance() {}

    /// The median over the pairs of the first thousand of `x` and the first thousand of `y`, all in one
    /// set; the mean of the middle two where their number is even.
    static double of(Points x, Points y, Pairs pairs) {
        return of(Rows.joined(x, Math.min(MOST, x.n()), y, Math.min(MOST, y.n())), pairs);
    }

    /// The median over the pairs of the first thousand.
    static double of(Points x) {
        return of(x.slice(0, Math.min(MOST, x.n())), Pairs.DISTINCT);
    }

    private static double of(Points all, Pairs pairs) {
        int n = all.n();
        int own = pairs == Pairs.DISTINCT ? 0 : n;
        double[] squares = new double[n * (n - 1) / 2 + own];
        int at = own;
        for (int i = 1; i < n; i++) {
            for (int l = 0; l < i; l++) {
                squares[at++] = Rows.square(all, i, all, l);
            }
        }
        Arrays.sort(squares);
        int half = squares.length / 2;
        return squares.length % 2 == 1
                ? Math.sqrt(squares[half])
                : (Math.sqrt(squares[half - 1]) + Math.sqrt(squares[half])) / 2;
    }
}
