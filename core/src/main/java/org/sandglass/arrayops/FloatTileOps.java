package org.sandglass.arrayops;

/// The loops over tiles in single precision: `lanes` vectors side by side and transposed, entry `j` of vector `i`
/// at `tile[j·lanes + i]`.
///
/// As in [TileOps], each states its order, adds nothing across lanes, and has the same bits in all
/// implementations; an array that is written is none that is read. Rows are taken in pairs, so a tile has an even
/// number of them. Stateless and safe for any number of threads.
public interface FloatTileOps {
    /// How many vectors a full tile has. Tiles of other sizes do, more slowly.
    int LANES = 64;

    /// Terms of components whose coordinates are independent: `t[k−from][i] = cₖ − q₀`, then for the pairs of rows
    /// `h = 1, 2, …` in turn `t −= q_h`, where `q_h = fma(w′, w′, w·w)` with `w = fma(y[2h][i], maps(k, 4h),
    /// maps(k, 4h+1))` and `w′ = fma(y[2h+1][i], maps(k, 4h+2), maps(k, 4h+3))`.
    ///
    /// @param y a tile with two rows for each panel of `maps`
    /// @param maps factor and summand for each coordinate, packed
    /// @param constants `cₖ`
    /// @param from the first row of the maps
    /// @param to one past the last
    /// @param t receives the terms, a tile
    /// @param tFrom where its row for `k = from` begins
    /// @param lanes how many vectors
    void whitenedTerms(
            float[] y, FloatPanels maps, float[] constants, int from, int to, float[] t, int tFrom, int lanes);

    /// Terms of round components: as [#whitenedTerms], with `w = y[2h][i] − means(k, 2h)` and `w′ = y[2h+1][i] −
    /// means(k, 2h+1)`.
    ///
    /// @param y a tile of `d` rows
    /// @param d how many, an even number
    /// @param means `K × d`, packed
    /// @param constants `cₖ`
    /// @param from the first row of the means
    /// @param to one past the last
    /// @param t receives the terms, a tile
    /// @param tFrom where its row for `k = from` begins
    /// @param lanes how many vectors
    void roundTerms(
            float[] y, int d, FloatPanels means, float[] constants, int from, int to, float[] t, int tFrom, int lanes);

    /// The product of some rows of a matrix with rows of a tile: `out[c][i] = fma(a(l, c), b[l−first][i], out[c][i])`
    /// for `l = rows[0], …, rows[count−1]` in turn.
    ///
    /// @param a the matrix
    /// @param rows which rows of it
    /// @param count how many
    /// @param b a tile
    /// @param first the row of the matrix to which its first row belongs
    /// @param bFrom where that begins
    /// @param out a tile with a row for each column of `a`
    /// @param outFrom where it begins
    /// @param lanes how many vectors
    void addProduct(
            FloatPanels a, int[] rows, int count, float[] b, int first, int bFrom, float[] out, int outFrom, int lanes);

    /// Raises `max[i]` to the largest `t[k][i]`. A NaN raises nothing.
    ///
    /// @param t a tile of `rows` rows
    /// @param rows how many
    /// @param max the largest so far, a row
    /// @param lanes how many vectors
    void raiseMaximum(float[] t, int rows, float[] max, int lanes);

    /// `t[k][i] = 2^(t[k][i] − max[i])`, within 1 ulp and 0 below 2⁻¹²⁶, and `sum[i] += t[k][i]` for `k = 0, 1, …` in
    /// turn.
    ///
    /// @param t a tile of `rows` rows
    /// @param rows how many
    /// @param max a row
    /// @param sum a row
    /// @param lanes how many vectors
    void exponentials(float[] t, int rows, float[] max, float[] sum, int lanes);

    /// Whether all `t[at + i]` are 0.
    ///
    /// @param t numbers `≥ 0`, or NaN
    /// @param at where the row begins
    /// @param lanes how many
    /// @return false for a NaN
    boolean isZero(float[] t, int at, int lanes);
}
