/// Loops over flat arrays and tiles, each written plainly and with vectors, with one reduction order.
///
/// [org.sandglass.arrayops.ArrayOps] names the operations and says, for each, in which order it rounds. It has
/// two twins: [org.sandglass.arrayops.PlainArrayOps] is the one to read,
/// [org.sandglass.arrayops.VectorArrayOps] the same steps in lanes of `jdk.incubator.vector`. Since both take
/// the same steps, they give **the same bits**, at every lane width, so no result of the library depends on
/// which of them ran. [org.sandglass.arrayops.ArrayOps#get()] hands out the one that was chosen when the
/// program started, [org.sandglass.arrayops.ArrayOps#choice()] says which and why.
///
/// [org.sandglass.arrayops.TileOps] does the same for tiles of vectors, in register blocks: what evaluations spend
/// their time in. [org.sandglass.arrayops.Scratch] is room that a thread uses again.
///
/// [org.sandglass.arrayops.ArrayMath] has the elementary functions one number at a time, again the same bits:
/// an own `exp`, `log`, `sin` and `cos`, because the bits of those in the JDK depend on platform, compiler and
/// lane width (`docs/decisions/0011-array-operations.md`).
///
/// "The same bits" counts all NaNs as one.
package org.sandglass.arrayops;
