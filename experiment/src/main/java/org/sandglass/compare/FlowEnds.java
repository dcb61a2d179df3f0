package org.sandglass.compare;

import java.util.HashMap;
import java.util.Map;
import org.sandglass.denoiser.MixtureDenoiser;
import org.sandglass.diffusion.DiffusedMixture;
import org.sandglass.linalg.Points;
import org.sandglass.random.RandomStreams;
import org.sandglass.sampler.Recording;
import org.sandglass.sampler.Sampler;
import org.sandglass.sampler.StepObserver;
import org.sandglass.sampler.Workers;
import org.sandglass.schedule.TimeGrid;
import org.sandglass.solver.AdaptiveOde;

/// Where the exact flow takes the points that samplers start from, and how far each sampler takes them from there:
/// the error of a deterministic solver itself, in which no randomness of draws is left.
///
/// The flow is solved by Dormand and Prince to `10⁻¹²`; how far the ends of `10⁻¹⁰` lie from these is given as the
/// floor.
final class FlowEnds {
    /// How many of the points: one chunk.
    static final int POINTS = 1024;

    private static final double FINE = 1e-12;
    private static final double COARSE = 1e-10;

    private final DiffusedMixture law;
    private final Workers workers;
    private final Map<Way, Ends> known = new HashMap<>();

    /// A repeat, its first and its last time.
    private record Way(int repeat, double from, double to) {}

    /// The ends, and how far off they may be.
    private record Ends(Points points, double error) {}

    FlowEnds(DiffusedMixture law, Workers workers) {
        this.law = law;
        this.workers = workers;
    }

    /// The root mean square distance from the ends of a sampler to those of the flow.
    ///
    /// @param sampler a deterministic one
    /// @param repeat the number of the repeat
    /// @param from up to [#POINTS] points that the sampler started from
    /// @param ends where it took them, and more
    ErrorValue distance(Sampler sampler, int repeat, Points from, Points ends) {
        Way way = new Way(repeat, sampler.grid().from(), sampler.grid().to());
        Ends exact = known.computeIfAbsent(way, _ -> ends(sampler, from));
        return rms(exact, ends);
    }

    private Ends ends(Sampler sampler, Points from) {
        Points fine = solved(sampler, from, FINE);
        Points coarse = solved(sampler, from, COARSE);
        return new Ends(fine, rms(new Ends(fine, 0), coarse).value());
    }

    private Points solved(Sampler like, Points from, double tolerance) {
        TimeGrid grid =
                TimeGrid.of(law.schedule(), like.grid().from(), like.grid().to());
        return new Sampler(new AdaptiveOde(tolerance, tolerance), grid, like.finish())
                .run(
                        new MixtureDenoiser(law),
                        from,
                        RandomStreams.of(0),
                        workers,
                        new Recording.EndOnly(),
                        StepObserver.quiet())
                .end();
    }

    private static ErrorValue rms(Ends exact, Points ends) {
        int n = exact.points.n();
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double square = squareOfDistance(exact.points, ends, i);
            sum += square;
            squares += square * square;
        }
        double mean = sum / n;
        double spread = Math.sqrt(Math.max(0, squares / n - mean * mean) / n);
        double rms = Math.sqrt(mean);
        return new ErrorValue(rms, rms > 0 ? spread / (2 * rms) : 0, exact.error, 0);
    }

    private static double squareOfDistance(Points a, Points b, int row) {
        double sum = 0;
        for (int j = 0; j < a.d(); j++) {
            double gap = a.get(row, j) - b.get(row, j);
            sum = Math.fma(gap, gap, sum);
        }
        return sum;
    }
}
