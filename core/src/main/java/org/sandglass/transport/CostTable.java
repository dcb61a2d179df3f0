package org.sandglass.transport;

/// Costs in a table.
final class CostTable implements Costs {
    private final double[][] rows;

    private CostTable(double[][] rows) {
        this.rows = rows;
    }

    static CostTable of(double[][] rows) {
        if (rows.length == 0 || rows[0].length == 0) {
            throw new IllegalArgumentException("costs need at least one source and one sink");
        }
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != rows[0].length) {
                throw new IllegalArgumentException(
                        "row " + i + " of the costs has " + rows[i].length + " entries, row 0 has " + rows[0].length);
            }
            for (double cost : rows[i]) {
                if (!Double.isFinite(cost)) {
                    throw new IllegalArgumentException("costs must be finite, got " + cost + " in row " + i);
                }
            }
        }
        return new CostTable(rows);
    }

    @Override
    public int sources() {
        return rows.length;
    }

    @Override
    public int sinks() {
        return rows[0].length;
    }

    @Override
    public double at(int i, int j) {
        return rows[i][j];
    }

    @Override
    public void row(int i, double[] out) {
        System.arraycopy(rows[i], 0, out, 0, rows[i].length);
    }
}
