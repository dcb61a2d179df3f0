package org.sandglass.replica;

/// JAX's generator: Threefry-2x32-20 over counters, in the two layouts that JAX has had by default. Immutable.
///
/// Salmon et al., "Parallel random numbers: as easy as 1, 2, 3" (SC 2011); `jax/_src/prng.py`.
///
/// @param high first word of the key
/// @param low second word of the key
/// @param layout which counters give which numbers
public record Threefry(int high, int low, Layout layout) {
    /// Which counters give which numbers, `jax_threefry_partitionable`.
    public enum Layout {
        /// JAX before 0.5: counters `0 … n−1` in two halves, which are the two inputs.
        HALVES,
        /// JAX from 0.5 on: counter `i` alone gives number `i`.
        PARTITIONABLE
    }

    private static final int[][] ROTATIONS = {{13, 15, 26, 6}, {17, 29, 16, 24}};

    /// `jax.random.PRNGKey(seed)`.
    ///
    /// @param seed a whole number of 32 bits `≥ 0`
    /// @param layout which counters give which numbers
    /// @return the key
    public static Threefry ofSeed(int seed, Layout layout) {
        return new Threefry(0, seed, layout);
    }

    /// `jax.random.split(key, n)[index]`.
    ///
    /// @param n how many keys there are
    /// @param index which one
    /// @return that key, with the same layout
    public Threefry split(int n, int index) {
        return switch (layout) {
            case HALVES -> {
                int[] words = halves(2 * n);
                yield new Threefry(words[2 * index], words[2 * index + 1], layout);
            }
            case PARTITIONABLE -> {
                long both = block(0, index);
                yield new Threefry((int) (both >>> 32), (int) both, layout);
            }
        };
    }

    /// `jax.random.bits(key, (n,), uint32)`.
    ///
    /// @param n how many
    /// @return 32-bit words
    public int[] words(int n) {
        return switch (layout) {
            case HALVES -> halves(n);
            case PARTITIONABLE -> {
                int[] words = new int[n];
                for (int i = 0; i < n; i++) {
                    long both = block(0, i);
                    words[i] = (int) (both >>> 32) ^ (int) both;
                }
                yield words;
            }
        };
    }

    /// `jax.random.uniform(key, (n,), float32, from, to)`: 23 bits each, `max(from, f·(to − from) + from)`.
    ///
    /// @param n how many
    /// @param from lower end
    /// @param to upper end
    /// @return numbers in `[from, to)`, rounded to float32 at each step
    public float[] uniform(int n, float from, float to) {
        int[] words = words(n);
        float[] numbers = new float[n];
        for (int i = 0; i < n; i++) {
            float f = Float.intBitsToFloat(words[i] >>> 9 | 0x3F800000) - 1f;
            numbers[i] = Math.max(from, f * (to - from) + from);
        }
        return numbers;
    }

    /// `jax.random.bits(key, (n,), uint64)`, with `jax_enable_x64`.
    ///
    /// @param n how many
    /// @return 64-bit words
    public long[] longs(int n) {
        long[] longs = new long[n];
        int[] words = layout == Layout.HALVES ? halves(2 * n) : new int[0];
        for (int i = 0; i < n; i++) {
            longs[i] = switch (layout) {
                case HALVES -> (long) words[i] << 32 | (words[n + i] & 0xFFFFFFFFL);
                case PARTITIONABLE -> block(0, i);
            };
        }
        return longs;
    }

    /// `jax.random.uniform(key, (n,), float64, from, to)`: 52 bits each.
    ///
    /// @param n how many
    /// @param from lower end
    /// @param to upper end
    /// @return numbers in `[from, to)`
    public double[] uniform(int n, double from, double to) {
        long[] longs = longs(n);
        double[] numbers = new double[n];
        for (int i = 0; i < n; i++) {
            double f = Double.longBitsToDouble(longs[i] >>> 12 | 0x3FF0000000000000L) - 1;
            numbers[i] = Math.max(from, f * (to - from) + from);
        }
        return numbers;
    }

    private int[] halves(int n) {
        int half = (n + 1) / 2;
        int[] words = new int[n];
        for (int i = 0; i < half; i++) {
            long both = block(i, i + half < n ? i + half : 0);
            words[i] = (int) (both >>> 32);
            if (i + half < n) {
                words[i + half] = (int) both;
            }
        }
        return words;
    }

    /// Twenty rounds on one pair of words; the first word of the result is the high one.
    private long block(int first, int second) {
        int[] key = {high, low, high ^ low ^ 0x1BD11BDA};
        int x = first + key[0];
        int y = second + key[1];
        for (int i = 0; i < 5; i++) {
            for (int by : ROTATIONS[i % 2]) {
                x += y;
                y = Integer.rotateLeft(y, by) ^ x;
            }
            x += key[(i + 1) % 3];
            y += key[(i + 2) % 3] + i + 1;
        }
        return (x & 0xFFFFFFFFL) << 32 | (y & 0xFFFFFFFFL);
    }
}
