package org.sandglass.compare;

import java.util.List;
import org.sandglass.diffusion.DiffusedMixture;
import org.sandglass.mixture.GaussianMixture;

/// A mixture under a process, and the solvers that reverse it.
///
/// @param mixture the name of the mixture
/// @param process the name of the process
/// @param law both of them
/// @param curves one for each solver and grid
record Case(String mixture, String process, DiffusedMixture law, List<Curve> curves) {
    /// The distance that is known without drawing.
    static final String W2 = "w2";

    /// Copies the list.
    Case {
        curves = List.copyOf(curves);
    }

    /// The error that tables and figures show, one kind for all solvers of this case.
    String headline(List<String> metrics) {
        return law.mixture().k() == 1 || law.d() == 1 ? W2 : metrics.getFirst();
    }

    /// `√E|x₀|²`, by whose size numbers are told from rounding.
    double size() {
        GaussianMixture mixture = law.mixture();
        double[] weights = mixture.weights();
        double square = 0;
        for (int k = 0; k < mixture.k(); k++) {
            square += weights[k]
                    * (mixture.covariance(k).trace() + squareOf(mixture.means().row(k)));
        }
        return Math.sqrt(square);
    }

    private static double squareOf(double[] x) {
        double square = 0;
        for (double each : x) {
            square += each * each;
        }
        return square;
    }
}
