package org.sandglass.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.sandglass.diffusion.DiffusedMixture;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.Conditioned;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.mixture.LinearMeasurement;
import org.sandglass.sampler.Trajectory;
import org.sandglass.sampler.Workers;
import org.sandglass.specification.ExperimentSpec;
import org.sandglass.specification.FigureSpec;
import org.sandglass.specification.SamplerSpec;

/// What a run found, for those who show it.
///
/// @param spec what was done, its figures named
/// @param law the process that was reversed, with its mixture: the posterior where something was measured
/// @param given what was measured
/// @param data data to show, from a file
/// @param provenance what did it
/// @param samplers in the order of the file
public record Evidence(
        ExperimentSpec spec,
        DiffusedMixture law,
        Optional<Given> given,
        Optional<Data> data,
        Provenance provenance,
        List<OfSampler> samplers) {
    /// Numbers that are kept of each sampler's points.
    private static final int MOST_NUMBERS = 1 << 20;

    /// Copies the list.
    public Evidence {
        samplers = List.copyOf(samplers);
    }

    /// What is known of the points.
    ///
    /// @param prior the mixture before
    /// @param measurement what was seen
    /// @param posterior the mixture after, which is the one that samplers are to draw from
    public record Given(GaussianMixture prior, LinearMeasurement measurement, Conditioned posterior) {
        static Given of(GaussianMixture prior, LinearMeasurement measurement) {
            return new Given(prior, measurement, prior.condition(measurement));
        }
    }

    /// Data from a file.
    ///
    /// @param points a point for each row
    /// @param names of the coordinates
    public record Data(Points points, List<String> names) {
        /// Copies the list.
        public Data {
            names = List.copyOf(names);
        }
    }

    /// The figures that are asked for.
    ///
    /// @return in the order of the experiment
    public List<FigureSpec> figures() {
        return spec.figures(law.d());
    }

    /// What one sampler did.
    ///
    /// @param spec its settings
    /// @param result what came of it
    /// @param points the first of its points, at the last time of its grid: all, or a million numbers
    /// @param paths the way of the first 1024 of them, about a hundred states from noise to data; only the end
    ///     where no figure shows more
    public record OfSampler(SamplerSpec spec, SamplerResult result, Points points, Trajectory paths) {}

    /// Shows what was found: writes further files into the folder of a run.
    public interface Showing {
        /// Nothing more is shown.
        Showing NOTHING = (_, _, _) -> {};

        /// Writes them.
        ///
        /// @param evidence what was found
        /// @param folder the folder in the making
        /// @param workers the threads
        /// @throws IOException if the machine fails
        void show(Evidence evidence, Path folder, Workers workers) throws IOException;
    }

    /// The first points, as many as are kept.
    static Points kept(Points all) {
        int most = Math.max(1, MOST_NUMBERS / all.d());
        return all.n() <= most ? all : all.slice(0, most);
    }
}
