package org.sandglass.mixture;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.sandglass.linalg.Matrices;
import org.sandglass.linalg.NumericalException;
import org.sandglass.linalg.OneSidedJacobi;
import org.sandglass.linalg.Points;
import org.sandglass.linalg.Triangular;

/// Products and integer powers: `N(μ₁, Σ₁) N(μ₂, Σ₂) = N(μ₁; μ₂, Σ₁ + Σ₂) N(μ, Σ)`, where the second factor is
/// the first component given a look at `μ₂` with noise `Σ₂`.
final class Products {
    private static final int MOST_COMPONENTS = 10_000_000;

    /// `e^log · N(mean, covariance)`.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Term(double log, double[] mean, Covariance covariance) {}

    private Products() {}

    static Reweighted times(GaussianMixture p, GaussianMixture q) {
        p.requireDimension(q.d());
        List<Term> terms = new ArrayList<>(Math.multiplyExact(p.k(), q.k()));
        for (int k = 0; k < p.k(); k++) {
            for (int l = 0; l < q.k(); l++) {
                terms.add(product(component(p, k), component(q, l)));
            }
        }
        return normalise(terms, p.pruning());
    }

    /// Sums over multisets `k₁ ≤ … ≤ kₙ`, each counted `n! / Π cₖ!` times.
    static Reweighted power(GaussianMixture p, int n) {
        if (n < 1) {
            throw new IllegalArgumentException("a power needs an exponent >= 1, got " + n);
        }
        int[] present = IntStream.range(0, p.k())
                .filter(k -> p.logWeight(k) > Double.NEGATIVE_INFINITY)
                .toArray();
        requireFewEnough(present.length, n);
        List<Term> terms = new ArrayList<>();
        for (int i = 0; i < present.length; i++) {
            extend(p, present, i, 1, n, component(p, present[i]), 1, terms);
        }
        return normalise(terms, p.pruning());
    }

    /// Multiplies further factors on, none before `present[last]`, which has been taken `run` times in a row.
    private static void extend(
            GaussianMixture p, int[] present, int last, int taken, int n, Term soFar, int run, List<Term> out) {
        if (taken == n) {
            out.add(soFar);
            return;
        }
        for (int i = last; i < present.length; i++) {
            int newRun = i == last ? run + 1 : 1;
            Term next = product(soFar, component(p, present[i]));
            double orders = Math.log((taken + 1) / (double) newRun);
            Term counted = new Term(next.log() + orders, next.mean(), next.covariance());
            extend(p, present, i, taken + 1, n, counted, newRun, out);
        }
    }

    private static void requireFewEnough(int k, int n) {
        double count = 1;
        for (int i = 1; i <= n; i++) {
            count *= (k + i - 1) / (double) i;
        }
        if (count > MOST_COMPONENTS) {
            throw new IllegalArgumentException("power " + n + " of " + k + " components has " + Math.round(count)
                    + " components, more than " + MOST_COMPONENTS);
        }
    }

    private static Term component(GaussianMixture mixture, int k) {
        return new Term(mixture.logWeight(k), mixture.means().row(k), mixture.covariance(k));
    }

    private static Term product(Term p, Term q) {
        double[] s = Factors.independentStds(p.covariance());
        double[] n = Factors.independentStds(q.covariance());
        return s.length > 0 && n.length > 0 ? independentProduct(p, s, q, n) : denseProduct(p, q);
    }

    private static Term independentProduct(Term p, double[] s, Term q, double[] n) {
        double log = p.log() + q.log() - 0.5 * s.length * Math.log(2 * Math.PI);
        double[] mean = new double[s.length];
        double[] stds = new double[s.length];
        for (int j = 0; j < s.length; j++) {
            double total = Covariance.combine(1, s[j], n[j]);
            if (total == 0) {
                throw new NumericalException("the product of two laws that are exact in coordinate " + j
                        + " has no density; add noise to one of them");
            }
            double white = (q.mean()[j] - p.mean()[j]) / total;
            mean[j] = p.mean()[j] + s[j] * (s[j] / total) * white;
            stds[j] = s[j] * (n[j] / total);
            log -= Math.log(total) + 0.5 * white * white;
        }
        boolean isotropic = p.covariance() instanceof Isotropic && q.covariance() instanceof Isotropic;
        return new Term(log, mean, isotropic ? new Isotropic(stds[0], s.length) : Diagonal.of(stds));
    }

    private static Term denseProduct(Term p, Term q) {
        DMatrixRMaj g = Factors.of(p.covariance());
        Conditioning.Update update = Conditioning.update(g, g, Factors.of(q.covariance()));
        DMatrixRMaj residual = Matrices.minus(Matrices.column(q.mean()), Matrices.column(p.mean()));
        DMatrixRMaj white = Triangular.solve(update.t(), residual);
        double length = OneSidedJacobi.norm(white.data, 0, white.numRows);
        double[] mean = Matrices.plus(Matrices.column(p.mean()), Matrices.times(update.gain(), residual)).data;
        return new Term(p.log() + q.log() + Conditioning.logGaussian(update.t(), length), mean, update.remaining());
    }

    private static Reweighted normalise(List<Term> terms, Pruning pruning) {
        double[] logs = terms.stream().mapToDouble(Term::log).toArray();
        Points means = Points.of(terms.stream().map(Term::mean).toArray(double[][]::new));
        List<Covariance> covariances = terms.stream().map(Term::covariance).toList();
        GaussianMixture mixture =
                GaussianMixture.ofLogits(logs, means, covariances).withPruning(pruning);
        return new Reweighted(mixture, Weights.logSumExp(logs));
    }
}
