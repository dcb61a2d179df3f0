package org.sandglass.replica;

/// numpy's `RandomState`: `numpy.random.seed`, `random_sample`, `standard_normal`.
///
/// For one thread. Source: numpy 2, `random/src/legacy/legacy-distributions.c` and `mt19937.h`; frozen by NEP 19.
public final class NumpyLegacy {
    private final MersenneTwister words;
    private double spare;
    private boolean hasSpare;

    private NumpyLegacy(MersenneTwister words) {
        this.words = words;
    }

    /// The generator after `numpy.random.seed(seed)` with a number.
    ///
    /// @param seed a whole number of 32 bits, taken without sign
    /// @return at its beginning
    public static NumpyLegacy ofSeed(int seed) {
        return new NumpyLegacy(MersenneTwister.ofSeed(seed));
    }

    /// The generator after `numpy.random.seed([…])` with a list.
    ///
    /// @param key at least one word
    /// @return at its beginning
    public static NumpyLegacy ofKey(int... key) {
        return new NumpyLegacy(MersenneTwister.ofKey(key));
    }

    /// A number of `random_sample()`: 27 bits of one word and 26 of the next.
    ///
    /// @return in `[0, 1)`
    public double nextDouble() {
        int high = words.nextInt() >>> 5;
        int low = words.nextInt() >>> 6;
        return (high * 67108864.0 + low) / 9007199254740992.0;
    }

    /// A number of `standard_normal()`: the polar method, the second coordinate first and the first one next time.
    ///
    /// The last bit depends on the logarithm of the mathematical library.
    ///
    /// @return a standard normal number
    public double nextNormal() {
        if (hasSpare) {
            hasSpare = false;
            return spare;
        }
        double x;
        double y;
        double square;
        do {
            x = 2 * nextDouble() - 1;
            y = 2 * nextDouble() - 1;
            square = x * x + y * y;
        } while (square >= 1 || square == 0);
        double factor = Math.sqrt(-2 * StrictMath.log(square) / square);
        spare = factor * x;
        hasSpare = true;
        return factor * y;
    }
}
