package org.sandglass.replica;

/// numpy's `default_rng`: PCG64, that is PCG XSL-RR 128/64 seeded by a [SeedSequence].
///
/// For one thread. M. E. O'Neill, "PCG" (2014); reading as in numpy 2, `random/src/pcg64` and
/// `random/src/distributions`.
public final class Pcg64 {
    private static final long MULTIPLIER_HIGH = 0x2360ED051FC65DA4L;
    private static final long MULTIPLIER_LOW = 0x4385DF649FCCF645L;

    private final long incrementHigh;
    private final long incrementLow;
    private long high;
    private long low;
    private int half;
    private boolean hasHalf;

    private Pcg64(long[] words) {
        incrementHigh = words[2] << 1 | words[3] >>> 63;
        incrementLow = words[3] << 1 | 1;
        step();
        add(words[0], words[1]);
        step();
    }

    /// `default_rng(seed)`.
    ///
    /// @param seed `≥ 0`
    /// @return at its beginning
    public static Pcg64 of(long seed) {
        return of(SeedSequence.of(seed));
    }

    /// `default_rng(sequence)`.
    ///
    /// @param sequence where its state comes from
    /// @return at its beginning
    public static Pcg64 of(SeedSequence sequence) {
        return new Pcg64(sequence.longs(4));
    }

    /// The next 64 bits.
    ///
    /// @return all equally likely
    public long nextLong() {
        step();
        return Long.rotateRight(high ^ low, (int) (high >>> 58));
    }

    /// The next 32 bits, as `integers(0, 2**32)` reads them: the low half of a 64-bit draw, and the high half
    /// next time.
    ///
    /// @return all equally likely
    public int nextInt() {
        if (hasHalf) {
            hasHalf = false;
            return half;
        }
        long both = nextLong();
        half = (int) (both >>> 32);
        hasHalf = true;
        return (int) both;
    }

    /// A number of `random()`: 53 bits.
    ///
    /// @return in `[0, 1)`
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1p-53;
    }

    /// Numbers of `uniform(from, to, n)`: `from + (to − from)·random()`.
    ///
    /// @param n how many
    /// @param from lower end
    /// @param to upper end
    /// @return the numbers in the order of drawing
    public double[] uniform(int n, double from, double to) {
        double[] numbers = new double[n];
        for (int i = 0; i < n; i++) {
            numbers[i] = from + (to - from) * nextDouble();
        }
        return numbers;
    }

    /// Skips draws of 64 bits in time `O(log n)`: `advance(n)`, which also forgets a kept half.
    ///
    /// @param n how many, `≥ 0`
    public void advance(long n) {
        hasHalf = false;
        long factorHigh = MULTIPLIER_HIGH, factorLow = MULTIPLIER_LOW;
        long plusHigh = incrementHigh, plusLow = incrementLow;
        for (long rest = n; rest != 0; rest >>>= 1) {
            if ((rest & 1) == 1) {
                multiply(factorHigh, factorLow);
                add(plusHigh, plusLow);
            }
            // Twice x ↦ f x + p is x ↦ f² x + (f + 1) p.
            plusHigh = high(factorHigh + (factorLow == -1 ? 1 : 0), factorLow + 1, plusHigh, plusLow);
            plusLow = (factorLow + 1) * plusLow;
            factorHigh = high(factorHigh, factorLow, factorHigh, factorLow);
            factorLow = factorLow * factorLow;
        }
    }

    private void step() {
        multiply(MULTIPLIER_HIGH, MULTIPLIER_LOW);
        add(incrementHigh, incrementLow);
    }

    private void multiply(long byHigh, long byLow) {
        long product = low * byLow;
        high = high(high, low, byHigh, byLow);
        low = product;
    }

    private void add(long otherHigh, long otherLow) {
        low += otherLow;
        high += otherHigh + (Long.compareUnsigned(low, otherLow) < 0 ? 1 : 0);
    }

    /// The high word of a product of two 128-bit numbers modulo 2¹²⁸.
    private static long high(long aHigh, long aLow, long bHigh, long bLow) {
        return Math.unsignedMultiplyHigh(aLow, bLow) + aHigh * bLow + aLow * bHigh;
    }
}
