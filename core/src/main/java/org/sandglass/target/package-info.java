/// Named mixtures to experiment on, and deterministic data sets drawn from them.
///
/// [org.sandglass.target.Targets] knows every [org.sandglass.target.Target] by its name. A target keeps the
/// numbers as they were published, bit for bit, and says where. The generators behind published parameters live
/// in `org.sandglass.replica`, apart from the project's own random streams.
@NullMarked
package org.sandglass.target;

import org.jspecify.annotations.NullMarked;
