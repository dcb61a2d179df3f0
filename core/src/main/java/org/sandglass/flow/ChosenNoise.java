package org.sandglass.flow;

import java.util.Arrays;
import org.sandglass.random.RandomStream;
import org.sandglass.sampler.Noise;

/// Noise that is known: at each draw all rows get 0, but for the one that belongs to this draw, which gets 1,
/// and the last ones, which get numbers of their own. Counts the draws.
///
/// Row `first + i` belongs to draw `i`.
final class ChosenNoise implements Noise {
    private final int rows;
    private final int d;
    private final int first;
    private final double[][] ofLastRows;
    private int draws;

    /// Noise for `rows × d` points; `ofLastRows[i]` is what the last rows get at draw `i`, end to end.
    ChosenNoise(int rows, int d, int first, double[][] ofLastRows) {
        this.rows = rows;
        this.d = d;
        this.first = first;
        this.ofLastRows = ofLastRows;
    }

    /// Noise that is 0, for one row.
    static ChosenNoise none(int d) {
        return new ChosenNoise(1, d, 1, new double[0][]);
    }

    int draws() {
        return draws;
    }

    @Override
    public void fillNormals(double[] out) {
        if (out.length != rows * d) {
            throw new IllegalArgumentException("the rule draws " + out.length + " normal numbers at once for "
                    + rows + " points of dimension " + d + "; its exact law can be read off only if it draws one"
                    + " for each coordinate");
        }
        Arrays.fill(out, 0);
        if (draws < ofLastRows.length) {
            Arrays.fill(out, (first + draws) * d, (first + draws + 1) * d, 1);
            double[] last = ofLastRows[draws];
            System.arraycopy(last, 0, out, out.length - last.length, last.length);
        }
        draws++;
    }

    @Override
    public RandomStream stream() {
        throw new IllegalArgumentException("the rule draws other than normal numbers, so its law on a Gaussian cannot"
                + " be read off what it does with chosen ones");
    }
}
