/// Independent, named random streams derived from one seed, the same on any thread count.
///
/// Randomness is a parameter everywhere in this library, and that parameter is a
/// [org.sandglass.random.RandomStreams]: one seed. Whoever needs random numbers asks it for a stream by name,
/// `streams.stream("euler-maruyama noise", chunk)`, and gets a [org.sandglass.random.RandomStream] that shares
/// no numbers with any other name or index. Which thread asks, when, and in which order makes no difference, so
/// a job cut into numbered chunks gives the same bytes on one thread and on sixteen.
///
/// A stream is a tape of 64-bit words with positions from 0: words, uniform numbers and normal numbers are
/// three ways to read it, and [org.sandglass.random.RandomStream#seek(long)] goes anywhere on it in constant
/// time. [org.sandglass.random.Categorical] turns one position into an index drawn by weights.
///
/// The generator is Philox4x64-10 (Salmon, Moraes, Dror and Shaw, *Parallel random numbers: as easy as 1, 2,
/// 3*, 2011), whose words are a function of a key and a counter; see `docs/decisions/0010-random-streams.md`.
package org.sandglass.random;
