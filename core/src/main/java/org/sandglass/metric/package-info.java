/// Distances and tests between points and an exact mixture; density-based apart from sample-based.
///
/// A [org.sandglass.metric.Metric] judges points against a [org.sandglass.metric.Reference]: the mixture and
/// fresh exact draws from it. Every number is an [org.sandglass.metric.Estimate] with a standard error, and
/// beside it stands the floor, the number that exact draws of the same size score
/// ([org.sandglass.metric.Comparison]). All metrics and what each is good for: `docs/metrics.md`. A metric that
/// does not suit a case says why ([org.sandglass.metric.Metric#objection]).
@NullMarked
package org.sandglass.metric;

import org.jspecify.annotations.NullMarked;
