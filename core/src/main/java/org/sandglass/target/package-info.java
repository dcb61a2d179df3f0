/// Named mixtures to experiment on, and deterministic data sets drawn from them.
///
/// - [org.sandglass.target.Targets] knows every [org.sandglass.target.Target] by its name. A target keeps
///   the numbers as they were published, bit for bit, and says where: [org.sandglass.target.Publication].
/// - The recipes behind them take other dimensions, seeds and scales, as in
///   [org.sandglass.target.FabTargets#gmm]; [org.sandglass.target.RegularMixtures] and
///   [org.sandglass.target.RandomMixture] are families of our own.
/// - [org.sandglass.target.TargetMeasurement] is the measurement of a published inverse problem, and
///   [org.sandglass.target.QuadraticTestFunction] a function with a known expectation, as FAB judges by.
///
/// The generators behind published parameters live in `org.sandglass.replica`, apart from the project's own
/// random streams.
@NullMarked
package org.sandglass.target;

import org.jspecify.annotations.NullMarked;
