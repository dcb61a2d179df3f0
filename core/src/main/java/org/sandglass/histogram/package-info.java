/// Counts in bins that several sets share, and distances between them.
///
/// [org.sandglass.histogram.Bins] are equal bins by numpy's conventions;
/// [org.sandglass.histogram.BinRange] says how their range follows from the data, over all sets at once.
/// [org.sandglass.histogram.Histogram] counts numbers or points; two histograms of the same bins have
/// distances with standard errors. For the energies `u = −ln p(x)` of two sets of points this is the
/// usual comparison of samplers of molecules.
@NullMarked
package org.sandglass.histogram;

import org.jspecify.annotations.NullMarked;
