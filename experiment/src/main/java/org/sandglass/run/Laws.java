package org.sandglass.run;

import java.util.List;
import java.util.Optional;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.specification.ProcessSpec;
import org.sandglass.specification.ResolvedMixture;

/// The laws of the rows of one pass over a data set: of row `i`, counted from the offset, and mixture `m`.
interface Laws {
    /// The time of a row.
    double time(int row, int m);

    /// The law at a time.
    GaussianMixture at(int m, double t);

    /// The laws at one time; any number where there is no process.
    static Laws at(ResolvedMixture mixture, Optional<ProcessSpec> process, double t) {
        List<GaussianMixture> laws =
                mixture.mixtures().stream().map(one -> law(one, process, t)).toList();
        return new Laws() {
            @Override
            public double time(int row, int m) {
                return t;
            }

            @Override
            public GaussianMixture at(int m, double time) {
                return laws.get(m);
            }
        };
    }

    /// The laws of rows at times of their own.
    static Laws each(ResolvedMixture mixture, Optional<ProcessSpec> process, TimeChoice.PerPoint times) {
        return new Laws() {
            @Override
            public double time(int row, int m) {
                return times.of(row, m, mixture);
            }

            @Override
            public GaussianMixture at(int m, double t) {
                return law(mixture.mixtures().get(m), process, t);
            }
        };
    }

    private static GaussianMixture law(GaussianMixture one, Optional<ProcessSpec> process, double t) {
        return process.map(
                        p -> one.underNoise(p.schedule().alpha(t), p.schedule().sigma(t))
                                .marginal())
                .orElse(one);
    }
}
