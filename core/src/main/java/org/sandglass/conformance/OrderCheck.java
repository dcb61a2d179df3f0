package org.sandglass.conformance;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.sandglass.diffusion.DiffusedMixture;
import org.sandglass.linalg.Points;
import org.sandglass.metric.LineLaw;
import org.sandglass.mixture.Diagonal;
import org.sandglass.mixture.GaussianMixture;

/// The order of a deterministic sampler: how its error against the exact flow falls as the steps double.
///
/// In one dimension the flow is the quantile map, `x_s = F_s⁻¹(F_t(x_t))`, here of two modes at ±1. The
/// error is the root of the mean square over quantiles from 1/400 to 399/400, and the order that of the
/// last doubling.
///
/// @param bench the sampler
/// @param claims what was promised
record OrderCheck(Bench bench, Claims claims) {
    private static final int POINTS = 200;
    private static final double SHORT_OF = 0.3;
    private static final double ROUNDING = 1e-10;

    Verdict verdict() {
        Problem problem = bench.problem();
        int d = problem.mixture().d();
        DiffusedMixture law = new DiffusedMixture(twoModes(d), problem.schedule());
        Points start = Points.zeros(POINTS, d);
        double[] exact = new double[POINTS];
        double[] axis = new double[d];
        axis[0] = 1;
        LineLaw first = LineLaw.along(law.marginal(problem.from()), axis);
        LineLaw last = LineLaw.along(law.marginal(problem.to()), axis);
        for (int i = 0; i < POINTS; i++) {
            double p = (i + 0.5) / POINTS;
            start.data()[i * d] = first.quantile(p);
            exact[i] = last.quantile(p);
        }
        if (!bench.end(law, start, problem.steps(), problem.seed())
                .equals(bench.end(law, start, problem.steps(), problem.seed() + 1))) {
            return Verdict.notJudged("order", "of one path there is none, for the sampler is stochastic");
        }
        double[] errors = new double[4];
        for (int l = 0; l < errors.length; l++) {
            errors[l] = distance(bench.end(law, start, problem.steps() << l, problem.seed()), exact);
        }
        return verdict(errors);
    }

    private Verdict verdict(double[] errors) {
        int last = errors.length - 1;
        String found = "error against the exact flow " + Words.number(errors[last - 1]) + " and "
                + Words.number(errors[last]) + " at " + (bench.problem().steps() << (last - 1)) + " and "
                + (bench.problem().steps() << last) + " steps";
        if (errors[last] <= ROUNDING) {
            return Verdict.pass("order", found + ": no more than rounding");
        }
        double order = Math.log(errors[last - 1] / errors[last]) / Math.log(2);
        OptionalDouble claimed = claims.order();
        double least = claimed.orElse(SHORT_OF) - SHORT_OF;
        String words = found + ", which is order " + Words.number(order);
        Verdict verdict = order < least
                ? Verdict.fail("order", words + ", where " + Words.number(claimed.orElse(0)) + " was claimed")
                : Verdict.pass("order", words);
        Verdict judged = claimed.isEmpty() && order < SHORT_OF
                ? Verdict.fail("order", words + ": it does not converge to the exact flow")
                : verdict;
        return judged.with("order", order).with("error", errors[last]);
    }

    /// Weights 0.3 and 0.7 at −1 and 1 on the first axis, standard deviations 0.5 and 0.4 there, 1 on all
    /// others.
    private static GaussianMixture twoModes(int d) {
        Points means = Points.zeros(2, d);
        means.data()[0] = -1;
        means.data()[d] = 1;
        return GaussianMixture.ofWeights(new double[] {0.3, 0.7}, means, List.of(narrow(0.5, d), narrow(0.4, d)));
    }

    private static Diagonal narrow(double std, int d) {
        double[] stds = new double[d];
        Arrays.fill(stds, 1);
        stds[0] = std;
        return Diagonal.of(stds);
    }

    private static double distance(Points x, double[] exact) {
        double square = 0;
        for (int i = 0; i < exact.length; i++) {
            double each = x.get(i, 0) - exact[i];
            square += each * each;
        }
        return Math.sqrt(square / exact.length);
    }
}
