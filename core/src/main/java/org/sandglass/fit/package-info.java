/// Mixtures fitted to data: expectation–maximisation, its starts and its criteria.
///
/// [org.sandglass.fit.MixtureFitter] fits rows under [org.sandglass.fit.FitSettings]: a
/// [org.sandglass.fit.Structure] of covariances, a [org.sandglass.fit.VariancePrior] that keeps variances
/// away from 0, a [org.sandglass.fit.Start], and when to stop. The answer is a [org.sandglass.fit.Fit]: the
/// mixture, log likelihood and log prior after every iteration, and the criteria BIC and AIC by which
/// numbers of components are compared; a [org.sandglass.fit.HeldOut] part of the data judges without
/// counting parameters. Labelled rows need one step ([org.sandglass.fit.MixtureFitter#byLabels]), the same
/// M step.
///
/// Inside, a `Sweep` passes over the data block by block: the E step fills chunks with responsibilities by
/// the kernels of package `mixture`, and the `Scatter` of each component sums what the `MStep` needs.
@NullMarked
package org.sandglass.fit;

import org.jspecify.annotations.NullMarked;
