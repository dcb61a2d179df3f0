package org.sandglass.metric;

import java.util.Arrays;
import java.util.List;
import org.sandglass.mixture.GaussianMixture;

/// A mixture seen along one direction, cut for all points and for each of ten blocks of them.
///
/// @param ofAll as many cells as points
/// @param ofBlock as many as points in a block
record SliceLaw(LineCells ofAll, LineCells ofBlock) {
    static int blocks(int n) {
        return Math.min(10, n);
    }

    static List<SliceLaw> along(GaussianMixture mixture, double[][] directions, int n, Loop loop) {
        SliceLaw[] laws = new SliceLaw[directions.length];
        loop.forEach(laws.length, l -> {
            LineLaw law = LineLaw.along(mixture, directions[l]);
            laws[l] = new SliceLaw(LineCells.of(law, n), LineCells.of(law, n / blocks(n)));
        });
        return Arrays.asList(laws);
    }
}
