package org.sandglass.arrayops;

/// The loops over tiles: `lanes` vectors side by side and transposed, entry `j` of vector `i` at
/// `tile[j·lanes + i]`.
///
/// Each adds to every entry of its result in one stated order and nothing across lanes, so a lane's bits depend
/// neither on its neighbours nor on how many there are, and all implementations give the same. `(k, j)` below
/// are entries of a [Table] and rows of a tile, `i` is the lane. An array that is written is none that is read,
/// unless ranges are named that do not overlap. Indices that leave an array end in an
/// [IndexOutOfBoundsException], possibly after part of the work. Stateless and safe for any number of threads.
public interface TileOps {
    /// How many vectors a full tile has. Tiles of other sizes do, more slowly.
    int LANES = 32;

    /// `t[k−from][i] = values[k]`.
    ///
    /// @param values a number for each row
    /// @param from the first of them
    /// @param to one past the last
    /// @param t a tile
    /// @param tFrom where its row for `k = from` begins
    /// @param lanes how many vectors
    void fillRows(double[] values, int from, int to, double[] t, int tFrom, int lanes);

    /// `t[k−from][i] = fma(v · gains(k, j), v, t[k−from][i])` with `v = fma(−a, means(k, j), x[j][i])`, for `j = 0, 1,
    /// …,
    /// d−1` in turn.
    ///
    /// @param x a tile of `d` rows
    /// @param d how many
    /// @param a what the means are multiplied by; 1 is quicker than others
    /// @param means `K × d`
    /// @param gains `K × d`
    /// @param from the first row of the tables
    /// @param to one past the last
    /// @param t the sums, a tile
    /// @param tFrom where its row for `k = from` begins
    /// @param lanes how many vectors
    void addSquares(
            double[] x, int d, double a, Table means, Table gains, int from, int to, double[] t, int tFrom, int lanes);

    /// `t[k−from][i] = fma(v, v, t[k−from][i])` with `v = fma(−a, means(k, j), x[j][i])`, for `j = 0, 1, …, d−1` in
    /// turn.
    ///
    /// @param x a tile of `d` rows
    /// @param d how many
    /// @param a what the means are multiplied by; 1 is quicker than others
    /// @param means `K × d`
    /// @param from the first row of the table
    /// @param to one past the last
    /// @param t the sums, a tile
    /// @param tFrom where its row for `k = from` begins
    /// @param lanes how many vectors
    void addSquares(double[] x, int d, double a, Table means, int from, int to, double[] t, int tFrom, int lanes);

    /// `sums[j][i] = fma(v · gains(k, j), r[k−from][i], sums[j][i])` with `v = fma(−a, means(k, j), x[j][i])`, for
    /// `k = from, …, to−1` in turn.
    ///
    /// @param r weights, a tile
    /// @param rFrom where its row for `k = from` begins
    /// @param x a tile of `d` rows
    /// @param d how many
    /// @param a what the means are multiplied by; 1 is quicker than others
    /// @param means `K × d`
    /// @param gains `K × d`
    /// @param from the first row of the tables
    /// @param to one past the last
    /// @param sums a tile of `d` rows
    /// @param lanes how many vectors
    void addDifferences(
            double[] r,
            int rFrom,
            double[] x,
            int d,
            double a,
            Table means,
            Table gains,
            int from,
            int to,
            double[] sums,
            int lanes);

    /// `sums[j][i] = fma(v, r[k−from][i], sums[j][i])` with `v = fma(−a, means(k, j), x[j][i])`, for `k = from, …,
    /// to−1` in
    /// turn.
    ///
    /// @param r weights, a tile
    /// @param rFrom where its row for `k = from` begins
    /// @param x a tile of `d` rows
    /// @param d how many
    /// @param a what the means are multiplied by; 1 is quicker than others
    /// @param means `K × d`
    /// @param from the first row of the table
    /// @param to one past the last
    /// @param sums a tile of `d` rows
    /// @param lanes how many vectors
    void addDifferences(
            double[] r,
            int rFrom,
            double[] x,
            int d,
            double a,
            Table means,
            int from,
            int to,
            double[] sums,
            int lanes);

    /// The product of a matrix with a tile: `out[m][i] = fma(scale · a(m, l), b[l−from][i], out[m][i])`, for
    /// `l = from, …, to−1` in turn.
    ///
    /// @param scale a factor
    /// @param a the matrix
    /// @param rows how many rows of it, all from the first
    /// @param from its first column
    /// @param to one past the last
    /// @param b a tile of `to − from` rows
    /// @param bFrom where it begins
    /// @param out a tile of `rows` rows
    /// @param outFrom where it begins
    /// @param lanes how many vectors
    void addProduct(
            double scale,
            Table a,
            int rows,
            int from,
            int to,
            double[] b,
            int bFrom,
            double[] out,
            int outFrom,
            int lanes);

    /// Raises `max[i]` to the largest `t[k][i]`. A NaN raises nothing.
    ///
    /// @param t a tile of `rows` rows
    /// @param rows how many
    /// @param max the largest so far, a row
    /// @param lanes how many vectors
    void raiseMaximum(double[] t, int rows, double[] max, int lanes);

    /// `t[k][i] = 2^(t[k][i] − max[i])`, as [ArrayMath#exp2(double)], and `sum[i] += t[k][i]` for `k = 0, 1, …` in
    /// turn.
    ///
    /// @param t a tile of `rows` rows
    /// @param rows how many
    /// @param max a row
    /// @param sum a row
    /// @param lanes how many vectors
    void exponentials(double[] t, int rows, double[] max, double[] sum, int lanes);

    /// `t[k][i] = factor[i] · t[k][i]`.
    ///
    /// @param factor a row
    /// @param t a tile of `rows` rows
    /// @param rows how many
    /// @param lanes how many vectors
    void multiplyRows(double[] factor, double[] t, int rows, int lanes);
}
