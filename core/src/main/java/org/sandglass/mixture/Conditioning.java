package org.sandglass.mixture;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Function;
import org.ejml.data.DMatrixRMaj;
import org.sandglass.linalg.Matrices;
import org.sandglass.linalg.NumericalException;
import org.sandglass.linalg.OneSidedJacobi;
import org.sandglass.linalg.Points;
import org.sandglass.linalg.Triangular;

/// Conditioning in square-root form (Kalman's update as Potter and Schmidt write it): with `Σ = GGᵀ`,
/// `R = HHᵀ` and `TTᵀ = [AG H][AG H]ᵀ`, the gain is `K = G (AG)ᵀ T⁻ᵀ T⁻¹`, and `[G − K A G, K H]` is a square
/// root of the posterior covariance.
///
/// Nothing is squared or subtracted that loses digits, also for noise far below or above the prior. One gain
/// per distinct covariance.
final class Conditioning {
    /// The update of one covariance: the gain, the square root `T` of the evidence covariance, and the
    /// covariance that remains.
    record Update(DMatrixRMaj gain, DMatrixRMaj t, Covariance remaining) {}

    private Conditioning() {}

    static Conditioned onMeasurement(GaussianMixture mixture, LinearMeasurement measurement) {
        DMatrixRMaj a = measurement.operator();
        mixture.requireDimension(a.numCols);
        DMatrixRMaj h = Factors.of(measurement.noise());
        return condition(mixture, a, measurement.y(), mixture.means(), c -> {
            DMatrixRMaj g = Factors.of(c);
            return update(g, Matrices.times(a, g), h);
        });
    }

    static Conditioned onCoordinates(GaussianMixture mixture, int[] coordinates, double[] values) {
        LinearMaps.requireDistinct(coordinates, mixture.d(), "coordinates");
        if (values.length != coordinates.length || coordinates.length == mixture.d()) {
            throw new IllegalArgumentException(coordinates.length + " coordinates of " + mixture.d()
                    + " need as many values, got " + values.length + ", and must leave at least one free");
        }
        int[] rest = LinearMaps.others(coordinates, mixture.d());
        DMatrixRMaj select = new DMatrixRMaj(coordinates.length, mixture.d());
        for (int i = 0; i < coordinates.length; i++) {
            select.set(i, coordinates[i], 1);
        }
        Points restMeans = LinearMaps.columns(mixture.means(), rest);
        return condition(mixture, select, values, restMeans, c -> exactUpdate(c, coordinates, rest));
    }

    private static Conditioned condition(
            GaussianMixture mixture,
            DMatrixRMaj a,
            double[] y,
            Points priorMeans,
            Function<Covariance, Update> updateOf) {
        IdentityHashMap<Covariance, Update> updates = new IdentityHashMap<>();
        int k = mixture.k();
        double[] logs = new double[k];
        double[] lengths = new double[k];
        Points means = priorMeans.copy();
        Covariance[] covariances = new Covariance[k];
        for (int i = 0; i < k; i++) {
            Update update = updates.computeIfAbsent(mixture.covariance(i), updateOf);
            DMatrixRMaj seen = Matrices.times(a, Matrices.column(mixture.means().row(i)));
            DMatrixRMaj residual = Matrices.minus(Matrices.column(y), seen);
            DMatrixRMaj white = Triangular.solve(update.t(), residual);
            lengths[i] = OneSidedJacobi.norm(white.data, 0, y.length);
            logs[i] = mixture.logWeight(i) + logGaussian(update.t(), lengths[i]);
            addTo(means, i, Matrices.times(update.gain(), residual));
            covariances[i] = update.remaining();
        }
        double evidence = Weights.logSumExp(logs);
        if (evidence == Double.NEGATIVE_INFINITY) {
            nearestTakesAll(mixture, logs, lengths);
        }
        GaussianMixture posterior =
                GaussianMixture.ofLogits(logs, means, List.of(covariances)).withPruning(mixture.pruning());
        return new Conditioned(posterior, evidence);
    }

    /// `ln N` at whitened distance `length` for the covariance `TTᵀ`.
    static double logGaussian(DMatrixRMaj t, double length) {
        return -0.5 * (t.numRows * Math.log(2 * Math.PI) + Triangular.logDeterminantOfSquare(t) + length * length);
    }

    /// Where all squared distances overflow, the least distance decides: the others are behind by more than a
    /// double can say.
    private static void nearestTakesAll(GaussianMixture mixture, double[] logs, double[] lengths) {
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k < logs.length; k++) {
            if (mixture.logWeight(k) > Double.NEGATIVE_INFINITY) {
                least = Math.min(least, lengths[k]);
            }
        }
        for (int k = 0; k < logs.length; k++) {
            logs[k] = lengths[k] == least ? mixture.logWeight(k) : Double.NEGATIVE_INFINITY;
        }
    }

    private static void addTo(Points means, int row, DMatrixRMaj shift) {
        for (int j = 0; j < means.d(); j++) {
            means.data()[row * means.d() + j] += shift.get(j);
        }
    }

    /// The update for a prior `GGᵀ`, its seen part `AG`, and noise `HHᵀ`.
    static Update update(DMatrixRMaj g, DMatrixRMaj ag, DMatrixRMaj h) {
        DMatrixRMaj t = squareRoot(Matrices.beside(ag, h));
        DMatrixRMaj gain = gain(g, ag, t);
        DMatrixRMaj left = Matrices.minus(g, Matrices.times(gain, ag));
        return new Update(gain, t, Factors.covariance(Matrices.beside(left, Matrices.times(gain, h))));
    }

    private static Update exactUpdate(Covariance c, int[] known, int[] rest) {
        DMatrixRMaj g = Factors.of(c);
        DMatrixRMaj seen = Matrices.rows(g, known);
        DMatrixRMaj t = squareRoot(seen);
        double[] independent = Factors.independentStds(c);
        if (independent.length > 0) {
            DMatrixRMaj none = new DMatrixRMaj(rest.length, known.length);
            Covariance free = c instanceof Isotropic(double std, int _)
                    ? new Isotropic(std, rest.length)
                    : Diagonal.of(LinearMaps.pick(independent, rest));
            return new Update(none, t, free);
        }
        DMatrixRMaj hidden = Matrices.rows(g, rest);
        DMatrixRMaj gain = gain(hidden, seen, t);
        return new Update(gain, t, Spectral.ofFactor(Matrices.minus(hidden, Matrices.times(gain, seen))));
    }

    private static DMatrixRMaj squareRoot(DMatrixRMaj factor) {
        DMatrixRMaj t = Triangular.ofFactor(factor);
        if (Triangular.singularToRounding(t)) {
            throw new NumericalException("the law of the measurement is singular to rounding; add measurement noise");
        }
        return t;
    }

    /// `K = G Sᵀ T⁻ᵀ T⁻¹` for the seen part `S = AG`.
    private static DMatrixRMaj gain(DMatrixRMaj g, DMatrixRMaj seen, DMatrixRMaj t) {
        DMatrixRMaj cross = Matrices.timesTranspose(Triangular.solve(t, seen), g);
        return Matrices.transpose(Triangular.solveTransposed(t, cross));
    }
}
