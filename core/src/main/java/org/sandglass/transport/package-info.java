/// Exact optimal transport between weighted points, certified by its dual.
///
/// On the line the order of the points is the answer ([org.sandglass.transport.LineTransport]).
@NullMarked
package org.sandglass.transport;

import org.jspecify.annotations.NullMarked;
