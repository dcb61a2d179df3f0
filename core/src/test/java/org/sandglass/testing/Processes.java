package org.sandglass.testing;

import java.util.List;
import org.sandglass.denoiser.MixtureDenoiser;
import org.sandglass.diffusion.DiffusedMixture;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.mixture.Isotropic;
import org.sandglass.schedule.CosineVp;
import org.sandglass.schedule.Ddpm;
import org.sandglass.schedule.Edm;
import org.sandglass.schedule.Flow;
import org.sandglass.schedule.Karras;
import org.sandglass.schedule.LinearVp;
import org.sandglass.schedule.NoiseSchedule;
import org.sandglass.schedule.PowerInterpolant;
import org.sandglass.schedule.SubVp;
import org.sandglass.schedule.VarianceExploding;

/// Processes and laws that the tests of samplers share.
public final class Processes {
    /// One Gaussian: mean 1.5, standard deviation 0.5.
    public static final GaussianMixture GAUSSIAN = GaussianMixture.gaussian(new double[] {1.5}, new Isotropic(0.5, 1));

    /// Two modes in one dimension.
    public static final GaussianMixture TWO_MODES = GaussianMixture.ofWeights(
            new double[] {0.3, 0.7},
            Points.of(new double[] {-1}, new double[] {1}),
            List.of(new Isotropic(0.5, 1), new Isotropic(0.4, 1)));

    private Processes() {}

    /// All schedules of a file.
    ///
    /// @return nine schedules with the usual parameters
    public static List<NoiseSchedule> all() {
        return List.of(
                LinearVp.standard(),
                CosineVp.standard(),
                SubVp.standard(),
                VarianceExploding.standard(),
                Karras.standard(),
                Edm.standard(),
                Flow.standard(),
                new PowerInterpolant(1, 0.5, 1),
                Ddpm.standard());
    }

    /// The exact denoiser.
    ///
    /// @param mixture the data
    /// @param schedule the schedule
    /// @return the denoiser of the mixture
    public static MixtureDenoiser exact(GaussianMixture mixture, NoiseSchedule schedule) {
        return new MixtureDenoiser(new DiffusedMixture(mixture, schedule));
    }

    /// The normal law of one Gaussian at a time.
    ///
    /// @param denoiser of one Gaussian in one dimension
    /// @param t the time
    /// @return mean and standard deviation
    public static AffineStep.Law lawAt(MixtureDenoiser denoiser, double t) {
        GaussianMixture marginal = denoiser.law().marginal(t);
        return new AffineStep.Law(
                marginal.means().get(0, 0), Math.sqrt(marginal.covariance(0).matrix()[0]));
    }
}
