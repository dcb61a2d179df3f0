/// Exact optimal transport between weighted points, certified by its dual.
///
/// [org.sandglass.transport.Transport] finds the cheapest [org.sandglass.transport.TransportPlan] for any
/// [org.sandglass.transport.Costs], such as distances between points, by a network simplex in whole units of
/// mass. [org.sandglass.transport.Wasserstein] is the distance that follows. On the line the order of the points is the
/// answer ([org.sandglass.transport.LineTransport]).
@NullMarked
package org.sandglass.transport;

import org.jspecify.annotations.NullMarked;
