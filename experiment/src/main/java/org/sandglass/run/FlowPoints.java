package org.sandglass.run;

import java.io.IOException;
import java.nio.file.Path;
import org.sandglass.denoiser.MixtureDenoiser;
import org.sandglass.diffusion.DiffusedMixture;
import org.sandglass.flow.Divergence;
import org.sandglass.flow.FlowDensity;
import org.sandglass.flow.ProbabilityFlow;
import org.sandglass.format.ArrayFiles;
import org.sandglass.format.ArrayLayout;
import org.sandglass.format.ArrayWriter;
import org.sandglass.format.InputException;
import org.sandglass.format.NumberArray;
import org.sandglass.format.Quantity;
import org.sandglass.format.Selection;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.sampler.Workers;
import org.sandglass.specification.ProcessSpec;

/// The points of a file along the probability flow of a mixture: where it takes them, or their log densities.
///
/// @param mixture the law of the data
/// @param process the process
/// @param tolerance what every step of the solver keeps, absolute and relative
/// @param points the file, read whole
/// @param selection which array or columns of it
public record FlowPoints(
        GaussianMixture mixture, ProcessSpec process, double tolerance, Path points, Selection selection) {
    /// What stands beside the log density by the flow.
    public enum Beside {
        /// Nothing but the cost.
        NOTHING,
        /// The log density in closed form, and the difference.
        EXACT
    }

    /// Writes where the flow takes the points, as `x`.
    ///
    /// @param from the time of the points
    /// @param to the time where they go
    /// @param target where the results go
    /// @param workers the threads
    /// @throws InputException if the points are not what they must be
    /// @throws IOException if the machine fails
    public void carry(double from, double to, PointEvaluation.Target target, Workers workers) throws IOException {
        Points end = flow().carry(read(), from, to, workers);
        try (ArrayWriter out = target.open(ArrayLayout.of(Quantity.vector(ArrayFiles.POINTS, mixture.d())))) {
            out.append(end.n(), NumberArray.of(end).data());
            out.commit();
        }
    }

    /// Writes `log-density` by the flow and `evaluations`; `standard-error` for two probes or more.
    ///
    /// @param t the time of the points
    /// @param divergence how the divergence is found
    /// @param beside whether to compare with the closed form: `log-density-exact` and `difference`
    /// @param target where the results go
    /// @param workers the threads
    /// @throws InputException if the points are not what they must be
    /// @throws IOException if the machine fails
    public void logDensity(
            double t, Divergence divergence, Beside beside, PointEvaluation.Target target, Workers workers)
            throws IOException {
        Points x = read();
        FlowDensity found = flow().logDensity(x, t, divergence, workers);
        Columns columns = new Columns().add("log-density", found.values());
        if (divergence instanceof Divergence.Hutchinson probes && probes.probes() > 1) {
            columns.add("standard-error", found.standardErrors());
        }
        if (beside == Beside.EXACT) {
            double[] exact = law().at(t).logDensity(x);
            columns.add("log-density-exact", exact).add("difference", difference(found.values(), exact));
        }
        columns.addWhole("evaluations", found.evaluations()).write(x.n(), target);
    }

    private static double[] difference(double[] a, double[] b) {
        double[] out = new double[a.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = a[i] - b[i];
        }
        return out;
    }

    private DiffusedMixture law() {
        return new DiffusedMixture(mixture, process.schedule());
    }

    private ProbabilityFlow flow() {
        return new ProbabilityFlow(new MixtureDenoiser(law()), tolerance, tolerance);
    }

    private Points read() throws IOException {
        Points x = ArrayFiles.readPoints(points, selection);
        if (x.d() != mixture.d()) {
            throw new InputException(points + ": points must have shape [N, D] with D = " + mixture.d()
                    + " as the mixture has, got rows of shape [" + x.d() + "]");
        }
        double[] numbers = NumberArray.of(x).data();
        PointEvaluation.requireFinite(numbers, numbers.length, 0, x.d(), points.toString());
        return x;
    }
}
