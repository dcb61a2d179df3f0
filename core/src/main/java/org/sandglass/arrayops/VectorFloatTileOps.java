package org.sandglass.arrayops;

import static org.sandglass.arrayops.FloatMath.*;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// The loops over tiles in single precision in registers: a block is four vectors of points, and its loop runs over
/// components with the points, or the sums of four rows, kept in registers.
///
/// Full tiles only: others are the plain twin's. What [VectorTileOps] says about HotSpot holds here too; a block
/// with four rows of points in place of two was already too large for it, and fifty times slower.
final class VectorFloatTileOps implements FloatTileOps {
    /// The lanes of [VectorArrayOps], half as wide: as many bits.
    private static final VectorSpecies<Float> SPECIES =
            FloatVector.SPECIES_PREFERRED.length() > 16 ? FloatVector.SPECIES_512 : FloatVector.SPECIES_PREFERRED;

    private static final int V = SPECIES.length();
    private static final int BLOCK = 4 * V;
    private static final PlainFloatTileOps PLAIN = new PlainFloatTileOps();

    private static FloatVector at(float[] x, int i) {
        return FloatVector.fromArray(SPECIES, x, i);
    }

    private static FloatVector all(float value) {
        return FloatVector.broadcast(SPECIES, value);
    }

    @Override
    public void whitenedTerms(
            float[] y, FloatPanels maps, float[] constants, int from, int to, float[] t, int tFrom, int lanes) {
        if (lanes != LANES) {
            PLAIN.whitenedTerms(y, maps, constants, from, to, t, tFrom, lanes);
            return;
        }
        for (int k = from, end = 0; k < to; k = end) {
            end = FloatPanels.blockEnd(k, to);
            whitenedTerms(y, maps, constants, k, end - k, t, tFrom + (k - from) * LANES);
        }
    }

    private static void whitenedTerms(
            float[] y, FloatPanels maps, float[] constants, int from, int rows, float[] t, int tFrom) {
        for (int i = 0; i < LANES; i += BLOCK) {
            firstPair(y, i, maps.data(), maps.at(0, from), constants, from, t, tFrom + i, rows);
        }
        for (int h = 1; h < maps.panels(); h++) {
            for (int i = 0; i < LANES; i += BLOCK) {
                nextPair(y, 2 * h * LANES + i, maps.data(), maps.at(h, from), t, tFrom + i, rows);
            }
        }
    }

    private static void firstPair(
            float[] y, int at, float[] m, int mAt, float[] c, int cAt, float[] t, int tFrom, int rows) {
        FloatVector a0 = at(y, at), a1 = at(y, at + V), a2 = at(y, at + 2 * V), a3 = at(y, at + 3 * V);
        int next = at + LANES;
        FloatVector b0 = at(y, next), b1 = at(y, next + V), b2 = at(y, next + 2 * V), b3 = at(y, next + 3 * V);
        for (int k = 0; k < rows; k++) {
            int to = tFrom + k * LANES, p = mAt + 4 * k;
            FloatVector q = all(m[p]), n = all(m[p + 1]);
            FloatVector w0 = a0.fma(q, n), w1 = a1.fma(q, n), w2 = a2.fma(q, n), w3 = a3.fma(q, n);
            FloatVector s0 = w0.mul(w0), s1 = w1.mul(w1), s2 = w2.mul(w2), s3 = w3.mul(w3);
            q = all(m[p + 2]);
            n = all(m[p + 3]);
            w0 = b0.fma(q, n);
            w1 = b1.fma(q, n);
            w2 = b2.fma(q, n);
            w3 = b3.fma(q, n);
            FloatVector constant = all(c[cAt + k]);
            constant.sub(w0.fma(w0, s0)).intoArray(t, to);
            constant.sub(w1.fma(w1, s1)).intoArray(t, to + V);
            constant.sub(w2.fma(w2, s2)).intoArray(t, to + 2 * V);
            constant.sub(w3.fma(w3, s3)).intoArray(t, to + 3 * V);
        }
    }

    private static void nextPair(float[] y, int at, float[] m, int mAt, float[] t, int tFrom, int rows) {
        FloatVector a0 = at(y, at), a1 = at(y, at + V), a2 = at(y, at + 2 * V), a3 = at(y, at + 3 * V);
        int next = at + LANES;
        FloatVector b0 = at(y, next), b1 = at(y, next + V), b2 = at(y, next + 2 * V), b3 = at(y, next + 3 * V);
        for (int k = 0; k < rows; k++) {
            int to = tFrom + k * LANES, p = mAt + 4 * k;
            FloatVector q = all(m[p]), n = all(m[p + 1]);
            FloatVector w0 = a0.fma(q, n), w1 = a1.fma(q, n), w2 = a2.fma(q, n), w3 = a3.fma(q, n);
            FloatVector s0 = w0.mul(w0), s1 = w1.mul(w1), s2 = w2.mul(w2), s3 = w3.mul(w3);
            q = all(m[p + 2]);
            n = all(m[p + 3]);
            w0 = b0.fma(q, n);
            w1 = b1.fma(q, n);
            w2 = b2.fma(q, n);
            w3 = b3.fma(q, n);
            at(t, to).sub(w0.fma(w0, s0)).intoArray(t, to);
            at(t, to + V).sub(w1.fma(w1, s1)).intoArray(t, to + V);
            at(t, to + 2 * V).sub(w2.fma(w2, s2)).intoArray(t, to + 2 * V);
            at(t, to + 3 * V).sub(w3.fma(w3, s3)).intoArray(t, to + 3 * V);
        }
    }

    @Override
    public void roundTerms(
            float[] y, int d, FloatPanels means, float[] constants, int from, int to, float[] t, int tFrom, int lanes) {
        if (lanes != LANES) {
            PLAIN.roundTerms(y, d, means, constants, from, to, t, tFrom, lanes);
            return;
        }
        for (int k = from, end = 0; k < to; k = end) {
            end = FloatPanels.blockEnd(k, to);
            roundTerms(y, d, means, constants, k, end - k, t, tFrom + (k - from) * LANES);
        }
    }

    private static void roundTerms(
            float[] y, int d, FloatPanels means, float[] constants, int from, int rows, float[] t, int tFrom) {
        for (int i = 0; i < LANES; i += BLOCK) {
            firstSquares(y, i, means.data(), means.at(0, from), constants, from, t, tFrom + i, rows);
        }
        for (int j = 2; j < d; j += 2) {
            int mean = means.at(j / FloatPanels.WIDTH, from) + j % FloatPanels.WIDTH;
            for (int i = 0; i < LANES; i += BLOCK) {
                nextSquares(y, j * LANES + i, means.data(), mean, t, tFrom + i, rows);
            }
        }
    }

    private static void firstSquares(
            float[] y, int at, float[] m, int mAt, float[] c, int cAt, float[] t, int tFrom, int rows) {
        FloatVector a0 = at(y, at), a1 = at(y, at + V), a2 = at(y, at + 2 * V), a3 = at(y, at + 3 * V);
        int next = at + LANES;
        FloatVector b0 = at(y, next), b1 = at(y, next + V), b2 = at(y, next + 2 * V), b3 = at(y, next + 3 * V);
        for (int k = 0; k < rows; k++) {
            int to = tFrom + k * LANES, p = mAt + 4 * k;
            FloatVector mean = all(m[p]);
            FloatVector w0 = a0.sub(mean), w1 = a1.sub(mean), w2 = a2.sub(mean), w3 = a3.sub(mean);
            FloatVector s0 = w0.mul(w0), s1 = w1.mul(w1), s2 = w2.mul(w2), s3 = w3.mul(w3);
            mean = all(m[p + 1]);
            w0 = b0.sub(mean);
            w1 = b1.sub(mean);
            w2 = b2.sub(mean);
            w3 = b3.sub(mean);
            FloatVector constant = all(c[cAt + k]);
            constant.sub(w0.fma(w0, s0)).intoArray(t, to);
            constant.sub(w1.fma(w1, s1)).intoArray(t, to + V);
            constant.sub(w2.fma(w2, s2)).intoArray(t, to + 2 * V);
            constant.sub(w3.fma(w3, s3)).intoArray(t, to + 3 * V);
        }
    }

    private static void nextSquares(float[] y, int at, float[] m, int mAt, float[] t, int tFrom, int rows) {
        FloatVector a0 = at(y, at), a1 = at(y, at + V), a2 = at(y, at + 2 * V), a3 = at(y, at + 3 * V);
        int next = at + LANES;
        FloatVector b0 = at(y, next), b1 = at(y, next + V), b2 = at(y, next + 2 * V), b3 = at(y, next + 3 * V);
        for (int k = 0; k < rows; k++) {
            int to = tFrom + k * LANES, p = mAt + 4 * k;
            FloatVector mean = all(m[p]);
            FloatVector w0 = a0.sub(mean), w1 = a1.sub(mean), w2 = a2.sub(mean), w3 = a3.sub(mean);
            FloatVector s0 = w0.mul(w0), s1 = w1.mul(w1), s2 = w2.mul(w2), s3 = w3.mul(w3);
            mean = all(m[p + 1]);
            w0 = b0.sub(mean);
            w1 = b1.sub(mean);
            w2 = b2.sub(mean);
            w3 = b3.sub(mean);
            at(t, to).sub(w0.fma(w0, s0)).intoArray(t, to);
            at(t, to + V).sub(w1.fma(w1, s1)).intoArray(t, to + V);
            at(t, to + 2 * V).sub(w2.fma(w2, s2)).intoArray(t, to + 2 * V);
            at(t, to + 3 * V).sub(w3.fma(w3, s3)).intoArray(t, to + 3 * V);
        }
    }

    @Override
    public void addProduct(
            FloatPanels a,
            int[] rows,
            int count,
            float[] b,
            int first,
            int bFrom,
            float[] out,
            int outFrom,
            int lanes) {
        if (lanes != LANES) {
            PLAIN.addProduct(a, rows, count, b, first, bFrom, out, outFrom, lanes);
            return;
        }
        int zero = bFrom - first * LANES;
        for (int panel = 0; panel < a.panels(); panel++) {
            int at = outFrom + FloatPanels.WIDTH * panel * LANES;
            for (int i = 0; i < LANES; i += BLOCK) {
                addFourRows(a, a.at(panel, 0), rows, count, b, zero + i, out, at + i);
            }
        }
    }

    /// Four rows of the result, from four columns of some rows of the matrix.
    private static void addFourRows(
            FloatPanels a, int mAt, int[] rows, int count, float[] b, int bAt, float[] out, int at) {
        float[] m = a.data();
        int blockStep = a.blockStep(), step = a.rowStep();
        int at1 = at + V, at2 = at + 2 * V, at3 = at + 3 * V;
        FloatVector a0 = at(out, at), a1 = at(out, at1), a2 = at(out, at2), a3 = at(out, at3);
        FloatVector b0 = at(out, at + LANES), b1 = at(out, at1 + LANES);
        FloatVector b2 = at(out, at2 + LANES), b3 = at(out, at3 + LANES);
        FloatVector e0 = at(out, at + 2 * LANES), e1 = at(out, at1 + 2 * LANES);
        FloatVector e2 = at(out, at2 + 2 * LANES), e3 = at(out, at3 + 2 * LANES);
        FloatVector f0 = at(out, at + 3 * LANES), f1 = at(out, at1 + 3 * LANES);
        FloatVector f2 = at(out, at2 + 3 * LANES), f3 = at(out, at3 + 3 * LANES);
        for (int l = 0; l < count; l++) {
            int k = rows[l];
            int row = bAt + k * LANES, p = mAt + (k >> 6) * blockStep + (k & 63) * step;
            FloatVector r0 = at(b, row), r1 = at(b, row + V), r2 = at(b, row + 2 * V), r3 = at(b, row + 3 * V);
            FloatVector factor = all(m[p]);
            a0 = r0.fma(factor, a0);
            a1 = r1.fma(factor, a1);
            a2 = r2.fma(factor, a2);
            a3 = r3.fma(factor, a3);
            factor = all(m[p + 1]);
            b0 = r0.fma(factor, b0);
            b1 = r1.fma(factor, b1);
            b2 = r2.fma(factor, b2);
            b3 = r3.fma(factor, b3);
            factor = all(m[p + 2]);
            e0 = r0.fma(factor, e0);
            e1 = r1.fma(factor, e1);
            e2 = r2.fma(factor, e2);
            e3 = r3.fma(factor, e3);
            factor = all(m[p + 3]);
            f0 = r0.fma(factor, f0);
            f1 = r1.fma(factor, f1);
            f2 = r2.fma(factor, f2);
            f3 = r3.fma(factor, f3);
        }
        a0.intoArray(out, at);
        a1.intoArray(out, at1);
        a2.intoArray(out, at2);
        a3.intoArray(out, at3);
        b0.intoArray(out, at + LANES);
        b1.intoArray(out, at1 + LANES);
        b2.intoArray(out, at2 + LANES);
        b3.intoArray(out, at3 + LANES);
        e0.intoArray(out, at + 2 * LANES);
        e1.intoArray(out, at1 + 2 * LANES);
        e2.intoArray(out, at2 + 2 * LANES);
        e3.intoArray(out, at3 + 2 * LANES);
        f0.intoArray(out, at + 3 * LANES);
        f1.intoArray(out, at1 + 3 * LANES);
        f2.intoArray(out, at2 + 3 * LANES);
        f3.intoArray(out, at3 + 3 * LANES);
    }

    @Override
    public void raiseMaximum(float[] t, int rows, float[] max, int lanes) {
        if (lanes != LANES) {
            PLAIN.raiseMaximum(t, rows, max, lanes);
            return;
        }
        for (int i = 0; i < LANES; i += BLOCK) {
            FloatVector m0 = at(max, i), m1 = at(max, i + V);
            FloatVector m2 = at(max, i + 2 * V), m3 = at(max, i + 3 * V);
            for (int k = 0; k < rows; k++) {
                int at = i + k * LANES;
                FloatVector t0 = at(t, at), t1 = at(t, at + V);
                FloatVector t2 = at(t, at + 2 * V), t3 = at(t, at + 3 * V);
                m0 = m0.blend(t0, t0.compare(VectorOperators.GT, m0));
                m1 = m1.blend(t1, t1.compare(VectorOperators.GT, m1));
                m2 = m2.blend(t2, t2.compare(VectorOperators.GT, m2));
                m3 = m3.blend(t3, t3.compare(VectorOperators.GT, m3));
            }
            m0.intoArray(max, i);
            m1.intoArray(max, i + V);
            m2.intoArray(max, i + 2 * V);
            m3.intoArray(max, i + 3 * V);
        }
    }

    /// Written out in place of calls of a twin of [FloatMath#exp2(float)], so that it is too large to be inlined in
    /// turn.
    @Override
    public void exponentials(float[] t, int rows, float[] max, float[] sum, int lanes) {
        if (lanes != LANES) {
            PLAIN.exponentials(t, rows, max, sum, lanes);
            return;
        }
        for (int i = 0; i < LANES; i += 2 * V) {
            FloatVector m0 = at(max, i), m1 = at(max, i + V), s0 = at(sum, i), s1 = at(sum, i + V);
            for (int k = 0; k < rows; k++) {
                int at = i + k * LANES;
                FloatVector x0 = at(t, at).sub(m0), x1 = at(t, at + V).sub(m1);
                FloatVector n0 = x0.add(EXP2_ROUNDER), n1 = x1.add(EXP2_ROUNDER);
                FloatVector r0 = x0.sub(n0.sub(EXP2_ROUNDER)), r1 = x1.sub(n1.sub(EXP2_ROUNDER));
                FloatVector p0 = r0.fma(all(T5), all(T4)), p1 = r1.fma(all(T5), all(T4));
                p0 = p0.fma(r0, all(T3));
                p1 = p1.fma(r1, all(T3));
                p0 = p0.fma(r0, all(T2));
                p1 = p1.fma(r1, all(T2));
                p0 = p0.fma(r0, all(T1));
                p1 = p1.fma(r1, all(T1));
                p0 = p0.fma(r0, all(T0));
                p1 = p1.fma(r1, all(T0));
                FloatVector e0 = timesPower(p0.fma(r0, all(1)), n0), e1 = timesPower(p1.fma(r1, all(1)), n1);
                e0 = e0.blend(0, x0.compare(VectorOperators.LT, EXP2_LOW));
                e1 = e1.blend(0, x1.compare(VectorOperators.LT, EXP2_LOW));
                e0.intoArray(t, at);
                e1.intoArray(t, at + V);
                s0 = s0.add(e0);
                s1 = s1.add(e1);
            }
            s0.intoArray(sum, i);
            s1.intoArray(sum, i + V);
        }
    }

    /// `y` times the power of two whose exponent stands in the low bits of `rounded`.
    private static FloatVector timesPower(FloatVector y, FloatVector rounded) {
        IntVector power = rounded.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23);
        return y.reinterpretAsInts().add(power).reinterpretAsFloats();
    }

    @Override
    public boolean isZero(float[] t, int at, int lanes) {
        if (lanes != LANES) {
            return PLAIN.isZero(t, at, lanes);
        }
        for (int i = at; i < at + LANES; i += BLOCK) {
            FloatVector sum = at(t, i).add(at(t, i + V)).add(at(t, i + 2 * V)).add(at(t, i + 3 * V));
            if (sum.compare(VectorOperators.NE, 0).anyTrue()) {
                return false;
            }
        }
        return true;
    }
}
