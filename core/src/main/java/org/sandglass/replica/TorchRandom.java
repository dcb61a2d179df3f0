package org.sandglass.replica;

/// `torch.rand` and short `torch.randn` on the CPU after `torch.manual_seed(seed)`.
///
/// For one thread. Source: PyTorch 2.13, `ATen/core/DistributionsHelper.h`.
public final class TorchRandom {
    private final MersenneTwister words;
    private double spare;
    private boolean hasSpare;

    private TorchRandom(MersenneTwister words) {
        this.words = words;
    }

    /// The generator after `torch.manual_seed(seed)`.
    ///
    /// @param seed only its low 32 bits count
    /// @return at its beginning
    public static TorchRandom ofSeed(long seed) {
        return new TorchRandom(MersenneTwister.ofSeed((int) seed));
    }

    /// An entry of `torch.rand(…, dtype=float32)`: the low 24 bits of a word times 2⁻²⁴.
    ///
    /// @return in `[0, 1)`
    public float nextFloat() {
        return (words.nextInt() & 0xFFFFFF) * 0x1p-24f;
    }

    /// An entry of `torch.rand(…, dtype=float64)`: the low 53 bits of two words, the first one high, times 2⁻⁵³.
    ///
    /// @return in `[0, 1)`
    public double nextDouble() {
        long high = words.nextInt() & 0xFFFFFFFFL;
        long low = words.nextInt() & 0xFFFFFFFFL;
        return ((high << 32 | low) & ((1L << 53) - 1)) * 0x1p-53;
    }

    /// An entry of `torch.randn(n)` with `n < 16`, before it is rounded to the tensor's type: Box and Muller,
    /// the cosine first and the sine of the same pair next time.
    ///
    /// `r = √(−2 log1p(−u₂))`, `θ = 2πu₁`, with `u₁` drawn before `u₂`. Longer tensors take a vectorised path whose
    /// last bits depend on the processor, so there is nothing to reproduce. In double, the last bit may differ from
    /// that of another mathematical library; rounded to float32 it has not been seen to.
    ///
    /// @return a standard normal number
    public double nextNormal() {
        if (hasSpare) {
            hasSpare = false;
            return spare;
        }
        double angle = 2 * Math.PI * nextDouble();
        double radius = Math.sqrt(-2 * StrictMath.log1p(-nextDouble()));
        spare = radius * StrictMath.sin(angle);
        hasSpare = true;
        return radius * StrictMath.cos(angle);
    }
}
