package org.sandglass.format;

/// Where a writer of rows stands: which time, which mixture of the batch, and how many points there were.
final class RowCounter {
    private final ArrayLayout layout;
    private final int batch;
    private long rows;
    private long rowsPerTime;
    private int time;

    RowCounter(ArrayLayout layout) {
        this.layout = layout;
        this.batch = layout.batch().orElse(1);
    }

    /// Checks what is about to be written.
    ///
    /// @param newRows how many rows
    /// @param quantities their numbers, per quantity
    void check(int newRows, double[]... quantities) {
        if (quantities.length != layout.quantities().size()) {
            throw new IllegalArgumentException(
                    "needed " + layout.quantities().size() + " arrays, got " + quantities.length);
        }
        for (int q = 0; q < quantities.length; q++) {
            Quantity quantity = layout.quantities().get(q);
            if (quantities[q].length < (long) newRows * quantity.size()) {
                throw new IllegalArgumentException(quantity.name() + " needs " + newRows + " x " + quantity.size()
                        + " numbers, got " + quantities[q].length);
            }
        }
    }

    /// Counts rows as written.
    ///
    /// @param newRows how many
    void add(long newRows) {
        rows += newRows;
    }

    /// Ends the rows of one time.
    void nextTime() {
        if (time + 1 >= layout.times().size()) {
            throw new IllegalStateException("there is no time after number " + time);
        }
        endTime();
        time++;
        rows = 0;
    }

    private void endTime() {
        if (time == 0) {
            rowsPerTime = rows;
        }
        if (rows != rowsPerTime || rows % batch != 0) {
            throw new IllegalStateException("time number " + time + " has " + rows + " rows, needed " + rowsPerTime
                    + ", a multiple of " + batch);
        }
    }

    /// The present time.
    ///
    /// @return one of the layout's
    double time() {
        return layout.times().get(time);
    }

    /// The mixture that a row belongs to.
    ///
    /// @param offset the row's distance from the next one to be counted
    /// @return its index in the batch
    int mixture(int offset) {
        return (int) ((rows + offset) % batch);
    }

    /// Ends the last time.
    ///
    /// @return how many points there are
    long finish() {
        endTime();
        if (time + 1 < layout.times().size()) {
            throw new IllegalStateException(
                    "only " + (time + 1) + " of " + layout.times().size() + " times written");
        }
        return rowsPerTime / batch;
    }
}
