package org.sandglass.mixture;

/// The arithmetic of one law over a [SingleTile], in the form that its covariances allow: the twin of
/// [BlockKernel] in single precision. Weighted sums are floats within a block of components, and doubles across
/// blocks.
sealed interface SingleKernel permits SingleRound, SingleAxisAligned, SingleAnyStructure {
    /// What makes `‖w‖²` of a whitened vector the negative term to base 2: `√(½ log₂ e)`.
    double TO_BINARY = Math.sqrt(0.5 * BlockKernel.LOG2_E);

    /// The kernel for a law.
    static SingleKernel of(SingleFrame frame) {
        if (SingleRound.fits(frame)) {
            return new SingleRound(frame);
        }
        boolean independent = frame.law().prior().covariances().stream()
                .allMatch(c -> c instanceof Isotropic || c instanceof Diagonal);
        return independent ? new SingleAxisAligned(frame) : new SingleAnyStructure(frame);
    }

    /// From where it looks.
    SingleFrame frame();

    /// How many components make a block.
    int blockSize();

    /// What positions in a tile are multiplied by.
    double unit();

    /// How many rows of floats its sums within a block take.
    int sumRows(Outputs wanted);

    /// How many numbers a whitened vector has that a tile keeps, 0 for none.
    int whitenedLength();

    /// Writes the terms of a block of components, `[from, to)`, to rows of `tile.terms`.
    void terms(SingleTile tile, int from, int to);

    /// Adds to `tile.sums` what those components of the block from `from` on contribute that matter, the first
    /// `count` of `tile.matter`.
    void add(SingleTile tile, int from, int count, Outputs wanted);

    /// Adds the sums of a block to `tile.score`, as `Σ 2^(term−max) (−Cₖ⁻¹(x − aμₖ))`, and to `tile.mean`, as `Σ
    /// 2^(term−max) (E[x₀ | x, k] − centre)`, whichever is asked for.
    void fold(SingleTile tile, Outputs wanted);
}
