package org.sandglass.mixture;

/// Puts rows of numbers in an order in which near ones are together: halves them at the median of their widest
/// coordinate, and each half again, down to blocks.
///
/// Deterministic; rows that are equal are no worse than others.
final class Halving {
    private final double[] rows;
    private final int width;
    private final int[] order;
    private final double[] keys;

    private Halving(double[] rows, int width, int[] order) {
        this.rows = rows;
        this.width = width;
        this.order = order;
        this.keys = new double[order.length];
    }

    /// Sorts the numbers of some rows.
    ///
    /// @param rows any number of rows of `width` numbers
    /// @param order which rows, put in their new order
    /// @param block how many a block has
    static void sort(double[] rows, int width, int[] order, int block) {
        new Halving(rows, width, order).halve(0, order.length, block);
    }

    private void halve(int from, int to, int block) {
        int blocks = (to - from + block - 1) / block;
        if (blocks > 1) {
            int middle = from + ComponentTree.leftBlocks(blocks) * block;
            int widest = widest(from, to);
            for (int i = from; i < to; i++) {
                keys[i] = rows[order[i] * width + widest];
            }
            select(from, to - 1, middle);
            halve(from, middle, block);
            halve(middle, to, block);
        }
    }

    /// The coordinate of largest variance.
    private int widest(int from, int to) {
        double[] sum = new double[width];
        double[] squares = new double[width];
        int origin = order[from] * width;
        for (int i = from; i < to; i++) {
            for (int j = 0, row = order[i] * width; j < width; j++) {
                double away = rows[row + j] - rows[origin + j];
                sum[j] += away;
                squares[j] = Math.fma(away, away, squares[j]);
            }
        }
        int widest = 0;
        double most = 0;
        for (int j = 0; j < width; j++) {
            double spread = squares[j] - sum[j] / (to - from) * sum[j];
            if (spread > most) {
                most = spread;
                widest = j;
            }
        }
        return widest;
    }

    /// Hoare's selection: afterwards no key in `[first, middle)` exceeds one in `[middle, last]`.
    private void select(int first, int last, int middle) {
        int from = first;
        int to = last;
        while (from < to) {
            double pivot = keys[(from + to) >>> 1];
            int i = from;
            int j = to;
            while (i <= j) {
                while (keys[i] < pivot) {
                    i++;
                }
                while (keys[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    swap(i++, j--);
                }
            }
            if (middle <= j) {
                to = j;
            } else if (middle >= i) {
                from = i;
            } else {
                return;
            }
        }
    }

    private void swap(int i, int j) {
        double key = keys[i];
        keys[i] = keys[j];
        keys[j] = key;
        int row = order[i];
        order[i] = order[j];
        order[j] = row;
    }
}
