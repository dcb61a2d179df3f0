package org.sandglass.arrayops;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Words to uniform numbers to normal ones, by both twins, against the formulas as they read.
@Tag("lanes")
class BoxMullerTest {
    private static final double[] EDGES_OF_V = {0, 0x1p-53, 0x1p-52, 0.5, 0.75, 1 - 0x1p-52, 1 - 0x1p-53};

    /// Whole quarters and eighths of a turn, and what lies next to them.
    private static double[] edgesOfU() {
        double[] u = new double[3 * 16];
        for (int i = 0; i < 16; i++) {
            u[3 * i] = i / 16.0;
            u[3 * i + 1] = i / 16.0 + 0x1p-53;
            u[3 * i + 2] = (i + 1) / 16.0 - 0x1p-53;
        }
        return u;
    }

    private static double[][] pairs(ArrayOps ops, double[] v, double[] u) {
        double[] first = v.clone();
        double[] second = u.clone();
        ops.boxMuller(first, 0, second, 0, new double[v.length], 0, v.length);
        return new double[][] {first, second};
    }

    private static void assertFormula(double[] v, double[] u) {
        double[][] expected = new double[2][v.length];
        for (int i = 0; i < v.length; i++) {
            double r = Math.sqrt(-2 * ArrayMath.log(v[i] + 0x1p-53));
            expected[0][i] = r * ArrayMath.cosTurns(u[i]);
            expected[1][i] = r * ArrayMath.sinTurns(u[i]);
        }
        for (ArrayOps ops : new ArrayOps[] {new PlainArrayOps(), new VectorArrayOps()}) {
            assertThat(pairs(ops, v, u)).as("%s of %d pairs", ops, v.length).isDeepEqualTo(expected);
        }
    }

    @Test
    void everyEdgeIsTheFormula() {
        for (double edge : EDGES_OF_V) {
            double[] u = edgesOfU();
            double[] v = new double[u.length];
            Arrays.fill(v, edge);
            assertFormula(v, u);
        }
    }

    /// Two million pairs in ranges of every length up to 80, by compiled code for the most part.
    @Test
    void anyPairIsTheFormula() {
        SplittableRandom random = new SplittableRandom(8);
        for (int round = 0; round < 50_000; round++) {
            int n = round % 81;
            assertFormula(random.doubles(n).toArray(), random.doubles(n).toArray());
        }
    }

    @Test
    void onlyTheRangesAreWritten() {
        for (ArrayOps ops : new ArrayOps[] {new PlainArrayOps(), new VectorArrayOps()}) {
            double[] all = new double[70];
            Arrays.fill(all, 0.3);
            ops.boxMuller(all, 1, all, 22, all, 43, 19);
            for (int i : new int[] {0, 20, 21, 41, 42, 62, 69}) {
                assertThat(all[i]).as("index %d", i).isEqualTo(0.3);
            }
        }
    }

    @Test
    void aUniformNumberIsTheUpperBitsOfItsWord() {
        SplittableRandom random = new SplittableRandom(9);
        for (int n = 0; n < 80; n++) {
            long[] words = random.longs(n + 2).toArray();
            words[1] = n % 3 == 0 ? -1 : n % 3 == 1 ? 0 : Long.MIN_VALUE >> (n % 60);
            double[] expected = new double[n + 3];
            for (int i = 0; i < n; i++) {
                expected[2 + i] = (words[1 + i] >>> 11) / 0x1p53;
            }
            for (ArrayOps ops : new ArrayOps[] {new PlainArrayOps(), new VectorArrayOps()}) {
                double[] out = new double[n + 3];
                ops.uniforms(words, 1, out, 2, n);
                assertThat(out).isEqualTo(expected);
            }
        }
    }
}
