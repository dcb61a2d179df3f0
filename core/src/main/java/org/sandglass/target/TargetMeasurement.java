package org.sandglass.target;

import java.util.List;
import java.util.stream.DoubleStream;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.Isotropic;
import org.sandglass.mixture.LinearMeasurement;

/// The measurement of a published inverse problem: `y = A x + N(0, s² I)`. Immutable.
///
/// @param operator the matrix `A`, `m × D`; read only
/// @param y the outcome, `m` numbers
/// @param noiseStd the standard deviation `s > 0`
public record TargetMeasurement(Points operator, List<Double> y, double noiseStd) {
    /// Copies the numbers.
    public TargetMeasurement {
        operator = operator.copy();
        y = List.copyOf(y);
    }

    static TargetMeasurement of(double[][] operator, double[] y, double noiseStd) {
        return new TargetMeasurement(
                Points.of(operator), DoubleStream.of(y).boxed().toList(), noiseStd);
    }

    /// The matrix.
    ///
    /// @return a copy, `m × D`
    @Override
    public Points operator() {
        return operator.copy();
    }

    /// The measurement to condition a mixture on.
    ///
    /// @return the same numbers
    public LinearMeasurement linear() {
        double[] outcome = y.stream().mapToDouble(Double::doubleValue).toArray();
        return LinearMeasurement.of(operator.toRows(), outcome, new Isotropic(noiseStd, outcome.length));
    }
}
