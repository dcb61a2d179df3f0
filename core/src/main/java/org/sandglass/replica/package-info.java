/// The random generators behind published parameters, bit for bit; never used for our own draws.
///
/// - [org.sandglass.replica.MersenneTwister] is MT19937; [org.sandglass.replica.TorchRandom] and
///   [org.sandglass.replica.NumpyLegacy] read it as `torch` on the CPU and numpy's `RandomState` do.
/// - [org.sandglass.replica.SeedSequence] and [org.sandglass.replica.Pcg64] are numpy's `default_rng`, with
///   [org.sandglass.replica.Ziggurat] for its normals and [org.sandglass.replica.Choice] for its `choice`.
/// - [org.sandglass.replica.Threefry] is JAX's generator, in both layouts that JAX has had.
///
/// They are small, and compared with the originals by vectors and hashes. This package is not exported: our
/// own numbers come from `org.sandglass.random`.
@NullMarked
package org.sandglass.replica;

import org.jspecify.annotations.NullMarked;
