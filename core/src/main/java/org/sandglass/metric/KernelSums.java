package org.sandglass.metric;

import org.sandglass.linalg.Points;

/// All pairs of a kernel within a block of points, within a block of draws, and between them.
final class KernelSums {
    private final int n;
    private final int m;
    private final PairSums xx;
    private final PairSums yy;
    private final CrossSums xy;

    /// @param n how many points, from row `from` of `x`
    /// @param m how many draws, from row `start` of `y`
    KernelSums(Kernel kernel, Points x, int from, int n, Points y, int start, int m) {
        this.n = n;
        this.m = m;
        this.xx = within(kernel, x, from, n);
        this.yy = within(kernel, y, start, m);
        this.xy = new CrossSums(n, m);
        for (int i = 0; i < n; i++) {
            for (int l = 0; l < m; l++) {
                xy.add(i, l, kernel.of(x, from + i, y, start + l));
            }
        }
    }

    private static PairSums within(Kernel kernel, Points x, int from, int n) {
        PairSums sums = new PairSums(n);
        for (int i = 1; i < n; i++) {
            for (int l = 0; l < i; l++) {
                sums.add(i, l, kernel.of(x, from + i, x, from + l));
            }
        }
        return sums;
    }

    /// `MMD² = mean_{i≠l} k(xᵢ, xₗ) + mean_{i≠l} k(yᵢ, yₗ) − 2 mean k(xᵢ, yₗ)`, with its standard error.
    Estimate unbiased() {
        return new Estimate(xx.mean() + yy.mean() - 2 * xy.mean(), error());
    }

    /// What `mean_{i≠l}` becomes with the diagonal, for `N` points and `M` draws in all: `(k₀ + (N − 1)
    /// mean)/N`.
    Estimate biased(double diagonal, int allX, int allY) {
        double ofX = (diagonal + (allX - 1) * xx.mean()) / allX;
        double ofY = (diagonal + (allY - 1) * yy.mean()) / allY;
        return new Estimate(ofX + ofY - 2 * xy.mean(), error());
    }

    private double error() {
        double[] ofX = new double[n];
        for (int i = 0; i < n; i++) {
            ofX[i] = xx.rowMean(i) - xy.rowMean(i);
        }
        double[] ofY = new double[m];
        for (int l = 0; l < m; l++) {
            ofY[l] = yy.rowMean(l) - xy.columnMean(l);
        }
        double byRows = 2 * Math.hypot(Estimate.errorOfMean(ofX), Estimate.errorOfMean(ofY));
        double beyond = xx.beyondRows() + yy.beyondRows() + 4 * xy.beyondRows();
        return Math.sqrt(PairSums.together(byRows * byRows, beyond));
    }
}
