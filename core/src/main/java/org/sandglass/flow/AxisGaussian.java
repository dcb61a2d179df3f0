package org.sandglass.flow;

import java.util.Arrays;
import org.sandglass.denoiser.MixtureDenoiser;
import org.sandglass.diffusion.DiffusedMixture;
import org.sandglass.mixture.Covariance;
import org.sandglass.mixture.Diagonal;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.mixture.Isotropic;
import org.sandglass.mixture.LowRank;
import org.sandglass.mixture.Spectral;
import org.sandglass.schedule.NoiseSchedule;

/// One Gaussian seen along the axes of its covariance, where its `d` coordinates are independent: `xⱼ ~ N(μⱼ,
/// sⱼ²)`.
///
/// A standard deviation may be 0. Immutable.
public final class AxisGaussian {
    private final double[] means;
    private final double[] stds;

    AxisGaussian(double[] means, double[] stds) {
        this.means = means;
        this.stds = stds;
    }

    /// A Gaussian along its axes: those of the coordinates for an isotropic or diagonal covariance, else the
    /// eigenvectors.
    ///
    /// @param gaussian a mixture of one component
    /// @return its means and standard deviations; costs `O(d²)` for a spectral covariance, `O(d³)` for low
    ///     rank
    /// @throws IllegalArgumentException if there are more components
    public static AxisGaussian of(GaussianMixture gaussian) {
        if (gaussian.k() != 1) {
            throw new IllegalArgumentException("one Gaussian is needed, got a mixture of " + gaussian.k());
        }
        return along(gaussian.means().row(0), gaussian.covariance(0));
    }

    /// A Gaussian of independent coordinates, from its standard deviations.
    ///
    /// @param means d finite numbers; copied
    /// @param stds as many, finite and `≥ 0`; copied
    /// @return the Gaussian
    /// @throws IllegalArgumentException naming what is wrong
    public static AxisGaussian of(double[] means, double[] stds) {
        return of(GaussianMixture.gaussian(means, Diagonal.of(stds)));
    }

    private static AxisGaussian along(double[] mean, Covariance covariance) {
        return switch (covariance) {
            case Isotropic(double std, int d) -> {
                double[] stds = new double[d];
                Arrays.fill(stds, std);
                yield new AxisGaussian(mean, stds);
            }
            case Diagonal diagonal -> new AxisGaussian(mean, diagonal.stds());
            case Spectral spectral -> new AxisGaussian(turned(mean, spectral.vectors()), spectral.stds());
            case LowRank lowRank -> along(mean, Spectral.of(lowRank.matrix(), lowRank.d()));
        };
    }

    private static double[] turned(double[] mean, double[] vectors) {
        double[] out = new double[mean.length];
        for (int i = 0; i < out.length; i++) {
            for (int j = 0; j < out.length; j++) {
                out[i] = Math.fma(vectors[i * out.length + j], mean[j], out[i]);
            }
        }
        return out;
    }

    /// The dimension.
    ///
    /// @return `d`
    public int d() {
        return means.length;
    }

    /// The mean along an axis.
    ///
    /// @param j the axis, `0 ≤ j < d`
    /// @return `μⱼ`
    public double mean(int j) {
        return means[j];
    }

    /// The standard deviation along an axis.
    ///
    /// @param j the axis, `0 ≤ j < d`
    /// @return `sⱼ ≥ 0`
    public double std(int j) {
        return stds[j];
    }

    /// The variance along an axis.
    ///
    /// @param j the axis, `0 ≤ j < d`
    /// @return `sⱼ²`
    public double variance(int j) {
        return stds[j] * stds[j];
    }

    /// The distance to a Gaussian with the same axes.
    ///
    /// @param other the other one
    /// @return `W₂` in its two parts; no more than rounding is lost
    /// @throws IllegalArgumentException if the dimensions differ
    public GaussianDistance distanceTo(AxisGaussian other) {
        if (other.d() != d()) {
            throw new IllegalArgumentException("Gaussians of dimensions " + d() + " and " + other.d());
        }
        return new GaussianDistance(gap(means, other.means), gap(stds, other.stds));
    }

    private static double gap(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum = Math.fma(a[j] - b[j], a[j] - b[j], sum);
        }
        return Math.sqrt(sum);
    }

    /// The law of `a·x + b·z` with `z ~ N(0, I)`.
    AxisGaussian underNoise(double a, double b) {
        double[] scaled = Arrays.stream(means).map(mean -> a * mean).toArray();
        return new AxisGaussian(scaled, Diagonal.of(stds).scaledPlus(a, b).stds());
    }

    /// The law `N(0, s²I)`.
    static AxisGaussian centred(double std, int d) {
        double[] stds = new double[d];
        Arrays.fill(stds, std);
        return new AxisGaussian(new double[d], stds);
    }

    /// The exact denoiser of data of this law.
    MixtureDenoiser denoiser(NoiseSchedule schedule) {
        return new MixtureDenoiser(new DiffusedMixture(GaussianMixture.gaussian(means, Diagonal.of(stds)), schedule));
    }
}
