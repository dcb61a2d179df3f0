package org.sandglass.metric;

import java.util.Arrays;
import org.sandglass.mixture.Covariance;
import org.sandglass.mixture.Diagonal;
import org.sandglass.mixture.Isotropic;
import org.sandglass.mixture.LowRank;
import org.sandglass.mixture.Spectral;

/// A covariance as its variances along orthogonal axes.
///
/// @param variances one for each axis, or a single one for all
/// @param times how many axes each variance has
/// @param vectors the axes as rows, `d × d`; empty if they are those of the coordinates
@SuppressWarnings("ArrayRecordComponent") // made and read in this package, never compared
record PrincipalAxes(double[] variances, double[] times, double[] vectors) {
    static PrincipalAxes of(Covariance covariance) {
        return switch (covariance) {
            case Isotropic(double std, int d) ->
                new PrincipalAxes(new double[] {std * std}, new double[] {d}, new double[0]);
            case Diagonal diagonal -> along(diagonal.stds(), new double[0]);
            case Spectral spectral -> along(spectral.stds(), spectral.vectors());
            case LowRank lowRank -> of(Spectral.of(lowRank.matrix(), lowRank.d()));
        };
    }

    private static PrincipalAxes along(double[] stds, double[] vectors) {
        double[] ones = new double[stds.length];
        Arrays.fill(ones, 1);
        return new PrincipalAxes(Arrays.stream(stds).map(s -> s * s).toArray(), ones, vectors);
    }

    double trace() {
        double sum = 0;
        for (int i = 0; i < variances.length; i++) {
            sum += times[i] * variances[i];
        }
        return sum;
    }

    /// The squares of `gap` along the axes, summed over those of one variance.
    ///
    /// @param gap d numbers
    /// @param out receives one for each variance
    void squares(double[] gap, double[] out) {
        Arrays.fill(out, 0);
        for (int i = 0; i < gap.length; i++) {
            double along = vectors.length == 0 ? gap[i] : dot(i, gap);
            out[variances.length == 1 ? 0 : i] += along * along;
        }
    }

    private double dot(int i, double[] gap) {
        double sum = 0;
        for (int j = 0; j < gap.length; j++) {
            sum = Math.fma(vectors[i * gap.length + j], gap[j], sum);
        }
        return sum;
    }
}
