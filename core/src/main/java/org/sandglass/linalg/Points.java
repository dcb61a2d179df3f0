package org.sandglass.linalg;

import java.util.Arrays;

/// `n` points of dimension `d` in one flat array: point `i` is `data[i·d, (i+1)·d)` (row-major).
///
/// The array is owned by the points: [#of] copies what it is given, [#wrap] takes it over. The coordinates may
/// be written through [#data()] by the code that created them; all other code treats points as read only. Not
/// synchronised: threads may share points that nobody writes, or write disjoint rows.
public final class Points {
    private final double[] data;
    private final int n;
    private final int d;

    private Points(double[] data, int n, int d) {
        if (n < 0 || d < 1) {
            throw new IllegalArgumentException("Points need n >= 0 and d >= 1, got n=" + n + ", d=" + d);
        }
        if (data.length != Math.multiplyExact(n, d)) {
            throw new IllegalArgumentException(
                    "Points of " + n + " x " + d + " need " + (long) n * d + " numbers, got " + data.length);
        }
        this.data = data;
        this.n = n;
        this.d = d;
    }

    /// `n` points at the origin of `ℝᵈ`.
    ///
    /// @param n how many, `≥ 0`
    /// @param d their dimension, `≥ 1`
    /// @return new points, all coordinates 0
    /// @throws IllegalArgumentException if `n < 0` or `d < 1`
    public static Points zeros(int n, int d) {
        return new Points(new double[Math.multiplyExact(Math.max(n, 0), Math.max(d, 0))], n, d);
    }

    /// Points over an existing array, which they take over: later writes to it are seen here.
    ///
    /// @param data the coordinates, row-major, `n·d` numbers
    /// @param n how many points
    /// @param d their dimension
    /// @return points that share the array
    /// @throws IllegalArgumentException if the array has another length
    public static Points wrap(double[] data, int n, int d) {
        return new Points(data, n, d);
    }

    /// A copy of rows of coordinates.
    ///
    /// @param rows one array per point, all of one length `≥ 1`, at least one row
    /// @return new points
    /// @throws IllegalArgumentException if there is no row, or the rows are ragged
    public static Points of(double[]... rows) {
        if (rows.length == 0) {
            throw new IllegalArgumentException("Points.of needs at least one row; use zeros(0, d) for no points");
        }
        int d = rows[0].length;
        double[] data = new double[Math.multiplyExact(rows.length, d)];
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != d) {
                throw new IllegalArgumentException(
                        "row " + i + " has " + rows[i].length + " coordinates, row 0 has " + d);
            }
            System.arraycopy(rows[i], 0, data, i * d, d);
        }
        return new Points(data, rows.length, d);
    }

    /// How many points.
    ///
    /// @return `n ≥ 0`
    public int n() {
        return n;
    }

    /// The dimension of each point.
    ///
    /// @return `d ≥ 1`
    public int d() {
        return d;
    }

    /// The live array behind the points, row-major; see the class for who may write.
    ///
    /// @return the array itself, `n·d` numbers
    public double[] data() {
        return data;
    }

    /// Coordinate `j` of point `i`.
    ///
    /// @param i the point, `0 ≤ i < n`
    /// @param j the coordinate, `0 ≤ j < d`
    /// @return `x[i][j]`
    public double get(int i, int j) {
        return data[i * d + j];
    }

    /// A copy of one point.
    ///
    /// @param i the point, `0 ≤ i < n`
    /// @return its `d` coordinates
    public double[] row(int i) {
        return Arrays.copyOfRange(data, i * d, (i + 1) * d);
    }

    /// A copy of the rows `[from, to)`.
    ///
    /// @param from first row
    /// @param to one past the last row
    /// @return `to − from` points
    public Points slice(int from, int to) {
        return new Points(Arrays.copyOfRange(data, from * d, to * d), to - from, d);
    }

    /// A copy of all points.
    ///
    /// @return points that share nothing with these
    public Points copy() {
        return new Points(data.clone(), n, d);
    }

    /// The rows as arrays of their own.
    ///
    /// @return an `n × d` copy
    public double[][] toRows() {
        double[][] rows = new double[n][];
        Arrays.setAll(rows, this::row);
        return rows;
    }

    /// Refuses points of another shape.
    ///
    /// @param rows how many points there must be
    /// @param dimension the dimension they must have
    /// @param what what they are, for the message
    /// @throws IllegalArgumentException if the shape differs
    public void requireShape(int rows, int dimension, String what) {
        if (n != rows || d != dimension) {
            throw new IllegalArgumentException(
                    what + " must be " + rows + " x " + dimension + ", got " + n + " x " + d);
        }
    }

    /// Whether all coordinates are finite.
    ///
    /// @return the first row that holds NaN or an infinity, or −1 if there is none
    public int firstNonFiniteRow() {
        if (allFinite(data, 0, data.length)) {
            return -1;
        }
        for (int i = 0; i < data.length; i++) {
            if (!Double.isFinite(data[i])) {
                return i / d;
            }
        }
        return -1;
    }

    /// Whether all numbers of a range are finite. Four sums of `0·x`, which are NaN if one is not, need no branches.
    ///
    /// @param data the numbers
    /// @param from the first
    /// @param to one past the last
    /// @return false if there is an infinity or a NaN
    public static boolean allFinite(double[] data, int from, int to) {
        double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
        int i = from;
        for (; i < to - 3; i += 4) {
            s0 += 0 * data[i];
            s1 += 0 * data[i + 1];
            s2 += 0 * data[i + 2];
            s3 += 0 * data[i + 3];
        }
        for (; i < to; i++) {
            s0 += 0 * data[i];
        }
        return s0 + s1 + s2 + s3 == 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Points that && n == that.n && d == that.d && Arrays.equals(data, that.data);
    }

    @Override
    public int hashCode() {
        return 31 * d + Arrays.hashCode(data);
    }

    @Override
    public String toString() {
        return "Points[n=" + n + ", d=" + d + "]";
    }
}
