package org.sandglass.random;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.sandglass.arrayops.ArrayOps;

/// All the random numbers of a program run: a seed, and a stream of them for every name.
///
/// The stream of a purpose with `m ≤ 2` indices is Philox4x64-10 with
///
/// - key `(seed, h)`, where `h` is the 64-bit FNV-1a hash of the purpose in UTF-8, passed through the finaliser
///   of SplitMix64 (`z ^= z >>> 30; z *= 0xbf58476d1ce4e5b9; z ^= z >>> 27; z *= 0x94d049bb133111eb; z ^= z >>>
///   31`);
/// - counter `(b + 1, m, first index or 0, second index or 0)` for the block `b` of four words, lowest word
/// first.
///
/// So two streams of one seed and one purpose can share no counter, whatever their indices and however far they
/// are read; two purposes have the same key with odds of 2⁻⁶⁴; two seeds never do. With numpy, the same words
/// are `Philox(key=[seed, h], counter=[0, m, i, j]).random_raw(n)`. Immutable.
public final class RandomStreams {
    /// What a stream is asked for as a rule: a thousand normals, of ten numbers' work each.
    private static final long ABOUT = 10_000;

    private final long seed;

    private RandomStreams(long seed) {
        this.seed = seed;
    }

    /// The streams of a seed.
    ///
    /// @param seed any number; others give other streams
    /// @return all its streams
    public static RandomStreams of(long seed) {
        return new RandomStreams(seed);
    }

    /// The number that everything follows from.
    ///
    /// @return the seed
    public long seed() {
        return seed;
    }

    /// The stream of a purpose and up to two indices, such as a chunk and a step, at its beginning.
    ///
    /// @param purpose what the numbers are for, in words; not empty
    /// @param indices none, one or two; `("a")`, `("a", 0)` and `("a", 0, 0)` are three streams
    /// @return a new reader of the stream
    /// @throws IllegalArgumentException if the purpose is empty or there are more indices
    public RandomStream stream(String purpose, long... indices) {
        return stream(ArrayOps.forWork(ABOUT), purpose, indices);
    }

    RandomStream stream(ArrayOps ops, String purpose, long... indices) {
        Objects.requireNonNull(purpose, "purpose");
        if (purpose.isEmpty()) {
            throw new IllegalArgumentException("a random stream needs a purpose, got an empty one");
        }
        if (indices.length > 2) {
            throw new IllegalArgumentException(
                    "random stream '" + purpose + "' can have at most 2 indices, got " + indices.length);
        }
        long first = indices.length > 0 ? indices[0] : 0;
        long second = indices.length > 1 ? indices[1] : 0;
        return new RandomStream(ops, new long[] {seed, hash(purpose), 1, indices.length, first, second});
    }

    /// The second half of the key.
    static long hash(String purpose) {
        long h = 0xcbf29ce484222325L;
        for (byte each : purpose.getBytes(StandardCharsets.UTF_8)) {
            h = (h ^ (each & 0xff)) * 0x100000001b3L;
        }
        h = (h ^ (h >>> 30)) * 0xbf58476d1ce4e5b9L;
        h = (h ^ (h >>> 27)) * 0x94d049bb133111ebL;
        return h ^ (h >>> 31);
    }

    @Override
    public String toString() {
        return "RandomStreams[seed=" + seed + "]";
    }
}
