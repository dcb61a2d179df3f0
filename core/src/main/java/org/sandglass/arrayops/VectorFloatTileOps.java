package org.sandglass.arrayops;

import static org.sandglass.arrayops.FloatMath.*;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// proto
final class VectorFloatTileOps {
    static final int LANES = 64;
    static final VectorSpecies<Float> SPECIES =
            FloatVector.SPECIES_PREFERRED.length() > 16 ? FloatVector.SPECIES_512 : FloatVector.SPECIES_PREFERRED;
    private static final int V = SPECIES.length();
    private static final int BLOCK = 4 * V;

    private static FloatVector at(float[] x, int i) {
        return FloatVector.fromArray(SPECIES, x, i);
    }

    private static FloatVector all(float value) {
        return FloatVector.broadcast(SPECIES, value);
    }

    void whitenedTerms(float[] y, int pairs, FloatPanels maps, float[] constants, int from, int to, float[] t, int tFrom) {
        float[] m = maps.data();
        int rows = to - from;
        for (int i = 0; i < LANES; i += BLOCK) {
            firstPair(y, i, m, maps.at(0, from), constants, from, t, tFrom + i, rows);
        }
        for (int g = 1; g < pairs; g++) {
            for (int i = 0; i < LANES; i += BLOCK) {
                nextPair(y, 2 * g * LANES + i, m, maps.at(g, from), t, tFrom + i, rows);
            }
        }
    }

    private static void firstPair(
            float[] y, int at, float[] m, int mAt, float[] c, int cAt, float[] t, int tFrom, int rows) {
        FloatVector a0 = at(y, at), a1 = at(y, at + V), a2 = at(y, at + 2 * V), a3 = at(y, at + 3 * V);
        int next = at + LANES;
        FloatVector b0 = at(y, next), b1 = at(y, next + V), b2 = at(y, next + 2 * V), b3 = at(y, next + 3 * V);
        for (int k = 0; k < rows; k++) {
            int to = tFrom + k * LANES, p = mAt + k * 4;
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

    private static void nextPair(
            float[] y, int at, float[] m, int mAt, float[] t, int tFrom, int rows) {
        FloatVector a0 = at(y, at), a1 = at(y, at + V), a2 = at(y, at + 2 * V), a3 = at(y, at + 3 * V);
        int next = at + LANES;
        FloatVector b0 = at(y, next), b1 = at(y, next + V), b2 = at(y, next + 2 * V), b3 = at(y, next + 3 * V);
        for (int k = 0; k < rows; k++) {
            int to = tFrom + k * LANES, p = mAt + k * 4;
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

    void addProduct(FloatPanels a, int from, int to, float[] r, int rFrom, float[] out) {
        float[] m = a.data();
        for (int panel = 0; panel < a.panels(); panel++) {
            for (int i = 0; i < LANES; i += BLOCK) {
                addFourRows(m, a.at(panel, from), r, rFrom + i, out, 4 * panel * LANES + i, to - from);
            }
        }
    }

    private static void addFourRows(float[] m, int mAt, float[] r, int rFrom, float[] out, int at, int inner) {
        int at1 = at + V, at2 = at + 2 * V, at3 = at + 3 * V;
        FloatVector a0 = at(out, at), a1 = at(out, at1), a2 = at(out, at2), a3 = at(out, at3);
        FloatVector b0 = at(out, at + LANES), b1 = at(out, at1 + LANES);
        FloatVector b2 = at(out, at2 + LANES), b3 = at(out, at3 + LANES);
        FloatVector e0 = at(out, at + 2 * LANES), e1 = at(out, at1 + 2 * LANES);
        FloatVector e2 = at(out, at2 + 2 * LANES), e3 = at(out, at3 + 2 * LANES);
        FloatVector f0 = at(out, at + 3 * LANES), f1 = at(out, at1 + 3 * LANES);
        FloatVector f2 = at(out, at2 + 3 * LANES), f3 = at(out, at3 + 3 * LANES);
        for (int l = 0; l < inner; l++) {
            int row = rFrom + l * LANES, p = mAt + 4 * l;
            FloatVector r0 = at(r, row), r1 = at(r, row + V), r2 = at(r, row + 2 * V), r3 = at(r, row + 3 * V);
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

    void raiseMaximum(float[] t, int rows, float[] max) {
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

    void exponentials(float[] t, int rows, float[] max, float[] sum) {
        for (int i = 0; i < LANES; i += V) {
            FloatVector largest = at(max, i), total = at(sum, i);
            for (int k = 0; k < rows; k++) {
                FloatVector x = at(t, i + k * LANES).sub(largest);
                FloatVector rounded = x.add(EXP2_ROUNDER);
                FloatVector r = x.sub(rounded.sub(EXP2_ROUNDER));
                FloatVector p = r.fma(all(T5), all(T4));
                p = p.fma(r, all(T3));
                p = p.fma(r, all(T2));
                p = p.fma(r, all(T1));
                p = p.fma(r, all(T0));
                IntVector power = rounded.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23);
                FloatVector e =
                        p.fma(r, all(1)).reinterpretAsInts().add(power).reinterpretAsFloats();
                e = e.blend(0, x.compare(VectorOperators.LT, EXP2_LOW));
                e.intoArray(t, i + k * LANES);
                total = total.add(e);
            }
            total.intoArray(sum, i);
        }
    }
}
