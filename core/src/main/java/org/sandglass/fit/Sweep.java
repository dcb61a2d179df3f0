package org.sandglass.fit;

import java.util.stream.IntStream;
import org.sandglass.arrayops.ArrayOps;
import org.sandglass.linalg.Loop;
import org.sandglass.linalg.Points;

/// Passes over the data, block by block: the memberships of a block's chunks, a chunk per task, and then
/// their sums, a component per task.
///
/// The memory is that of a block, some megabytes or 1024 rows, whatever the number of rows. Blocks, chunks
/// and the order of all sums are fixed, so neither threads nor vectors change a bit.
final class Sweep {
    /// How many numbers a block may hold, unless two chunks hold more.
    private static final int BLOCK = 1 << 19;

    private final Points points;
    private final Loop loop;
    private final Chunk[] block;

    Sweep(Points points, int k, Loop loop) {
        this.points = points;
        this.loop = loop;
        int fitting = Math.max(2, BLOCK / (Chunk.SIZE * (k + points.d())));
        int needed = Math.ceilDiv(points.n(), Chunk.SIZE);
        this.block = IntStream.range(0, Math.min(fitting, needed))
                .mapToObj(_ -> new Chunk(k, points.d()))
                .toArray(Chunk[]::new);
    }

    /// One pass.
    ///
    /// @param membership says which rows belong where
    /// @param scatter receives the sums
    /// @return the sum of log densities
    double run(Membership membership, Scatter scatter) {
        double logLikelihood = 0;
        int rows = block.length * Chunk.SIZE;
        for (long start = 0; start < points.n(); start += rows) {
            int from = (int) start;
            int chunks = Math.ceilDiv(Math.min(rows, points.n() - from), Chunk.SIZE);
            loop.forEach(chunks, c -> block[c].load(points, from + c * Chunk.SIZE, membership));
            loop.forEach(scatter.k(), k -> addAll(scatter, k, chunks));
            logLikelihood += logLikelihood(chunks);
        }
        return logLikelihood;
    }

    private void addAll(Scatter scatter, int k, int chunks) {
        for (int c = 0; c < chunks; c++) {
            scatter.add(k, block[c]);
        }
    }

    private double logLikelihood(int chunks) {
        ArrayOps ops = ArrayOps.forWork((long) chunks * Chunk.SIZE);
        double sum = 0;
        for (int c = 0; c < chunks; c++) {
            sum += block[c].logLikelihood(ops);
        }
        return sum;
    }
}
