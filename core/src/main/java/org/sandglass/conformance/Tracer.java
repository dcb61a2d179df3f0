package org.sandglass.conformance;

import java.util.ArrayList;
import java.util.List;
import org.sandglass.diffusion.DiffusedMixture;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.mixture.Isotropic;

/// Probes a sampler twice with the same seed, once with nothing but its noise, once with impulses: what
/// differs is the response to them, exactly.
///
/// @param bench runs the sampler
record Tracer(Bench bench) {
    /// Points of a probe: fewer than a chunk, so that samplers of this library ask about all of them at
    /// once.
    static final int POINTS = 1000;

    private static final double DOUBLE = 1e-8;
    private static final double SINGLE = 1e-5;

    /// The responses, or why there are none.
    Seen trace() {
        Problem problem = bench.problem();
        int d = problem.mixture().d();
        Probe quiet = new Probe(problem.schedule(), d, 0);
        Points quietEnd = run(quiet, Points.zeros(POINTS, d));
        int calls = quiet.times().size();
        if (calls == 0) {
            return new Seen.Nothing("the sampler evaluates by itself");
        }
        if (calls + 2 > POINTS) {
            return new Seen.Nothing(calls + " evaluations are too many to look at each");
        }
        if (quiet.asked().stream().anyMatch(x -> x.n() != POINTS)) {
            return new Seen.Nothing("the sampler does not ask about all points at once");
        }
        Probe moved = new Probe(problem.schedule(), d, calls);
        Points start = Points.zeros(POINTS, d);
        for (int j = 0; j < d; j++) {
            start.data()[j] = 1;
            start.data()[(calls + 1) * d + j] = 1;
        }
        Points movedEnd = run(moved, start);
        if (!moved.times().equals(quiet.times())) {
            return new Seen.Nothing("the times of the steps depend on the points");
        }
        return responses(quiet, quietEnd, moved, movedEnd);
    }

    private Points run(Probe probe, Points start) {
        Problem problem = bench.problem();
        GaussianMixture unit = GaussianMixture.gaussian(new double[start.d()], new Isotropic(1, start.d()));
        DiffusedMixture law = new DiffusedMixture(unit, problem.schedule());
        return bench.run(law, probe, start, problem.steps(), problem.seed()).end();
    }

    private Seen responses(Probe quiet, Points quietEnd, Probe moved, Points movedEnd) {
        int calls = quiet.times().size();
        boolean single = moved.asked().stream().allMatch(Tracer::isSingle) && isSingle(movedEnd);
        double tolerance = single ? SINGLE : DOUBLE;
        List<double[]> states = new ArrayList<>();
        List<double[]> noise = new ArrayList<>();
        for (int k = 0; k <= calls; k++) {
            Points with = k < calls ? moved.asked().get(k) : movedEnd;
            Points without = k < calls ? quiet.asked().get(k) : quietEnd;
            if (!addsUp(with, without, calls, tolerance)) {
                return new Seen.Nothing("the sampler is not linear in the answers, or not the same for the same seed");
            }
            states.add(response(with, without, calls));
            noise.add(without.data());
        }
        Problem problem = bench.problem();
        return new Seen.Responses(new Trace(problem.schedule(), quiet.times(), states, noise, 10 * tolerance));
    }

    private static double[] response(Points with, Points without, int calls) {
        double[] out = new double[calls + 1];
        for (int r = 0; r < out.length; r++) {
            out[r] = with.get(r, 0) - without.get(r, 0);
        }
        return out;
    }

    /// Whether all impulses together do what they do one by one, in every coordinate.
    private static boolean addsUp(Points with, Points without, int calls, double tolerance) {
        for (int j = 0; j < with.d(); j++) {
            double sum = 0;
            double size = 0;
            for (int r = 0; r <= calls; r++) {
                double each = with.get(r, j) - without.get(r, j);
                sum += each;
                size += Math.abs(each) + Math.abs(without.get(r, j));
            }
            double together = with.get(calls + 1, j) - without.get(calls + 1, j);
            if (!(Math.abs(sum - together) <= tolerance * size)) {
                return false;
            }
        }
        return true;
    }

    /// Whether all numbers are of single precision, as those of a program that computes in it.
    private static boolean isSingle(Points x) {
        for (double value : x.data()) {
            if ((float) value != value) {
                return false;
            }
        }
        return true;
    }
}
