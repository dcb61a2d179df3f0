package org.sandglass.arrayops;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// The operations in lanes of `jdk.incubator.vector`, two, four or eight numbers at a time as the processor
/// likes best.
///
/// An elementwise loop has two parts: a vector body, and a scalar tail of fewer numbers than lanes, which is
/// the plain twin's. A sum has a vector body that takes eight numbers a round, whatever the lanes, and the
/// plain twin's tail. All constants are broadcast where they are used: a vector in a field would be an object.
public final class VectorArrayOps extends VectorDistances implements ArrayOps {
    /// The widest that the processor prefers, but never more than the eight lanes of the fixed reduction order.
    static final VectorSpecies<Double> SPECIES =
            DoubleVector.SPECIES_PREFERRED.length() > 8 ? DoubleVector.SPECIES_512 : DoubleVector.SPECIES_PREFERRED;

    static final int LANES = SPECIES.length();
    private static final PlainArrayOps TAIL = new PlainArrayOps();
    private static final TileOps TILES = new VectorTileOps();
    private static final FloatTileOps FLOAT_TILES = new VectorFloatTileOps();

    /// An implementation without state.
    ///
    /// @throws UnsupportedOperationException if a vector holds a single number here
    public VectorArrayOps() {
        if (LANES < 2) {
            throw new UnsupportedOperationException("vectors of " + LANES + " lane");
        }
    }

    private static int body(int n) {
        return n & -LANES;
    }

    /// As [#body(int)], but nothing where a vector has two lanes: there the masks that the functions need are
    /// objects, not registers (HotSpot 25), and the plain loop is ten times faster.
    private static int functionBody(int n) {
        return LANES == 2 ? 0 : body(n);
    }

    /// Not for loops so short that a caller takes them in: where the compiler has gone fifteen calls deep it calls this
    /// one, and then the vector becomes an object.
    private static DoubleVector at(double[] x, int i) {
        return DoubleVector.fromArray(SPECIES, x, i);
    }

    @Override
    public void exp(double[] x, int xFrom, double[] out, int outFrom, int n) {
        int i = 0;
        for (; i < functionBody(n); i += LANES) {
            VectorMath.exp(at(x, xFrom + i)).intoArray(out, outFrom + i);
        }
        TAIL.exp(x, xFrom + i, out, outFrom + i, n - i);
    }

    @Override
    public void log(double[] x, int xFrom, double[] out, int outFrom, int n) {
        int i = Math.max(0, functionBody(n));
        VectorMath.log(x, xFrom, out, outFrom, i);
        TAIL.log(x, xFrom + i, out, outFrom + i, n - i);
    }

    @Override
    public void sqrt(double[] x, int xFrom, double[] out, int outFrom, int n) {
        int i = 0;
        for (; i < body(n); i += LANES) {
            at(x, xFrom + i).sqrt().intoArray(out, outFrom + i);
        }
        TAIL.sqrt(x, xFrom + i, out, outFrom + i, n - i);
    }

    @Override
    public void sinTurns(double[] u, int uFrom, double[] out, int outFrom, int n) {
        int i = 0;
        for (; i < functionBody(n); i += LANES) {
            VectorMath.sinTurns(at(u, uFrom + i)).intoArray(out, outFrom + i);
        }
        TAIL.sinTurns(u, uFrom + i, out, outFrom + i, n - i);
    }

    @Override
    public void cosTurns(double[] u, int uFrom, double[] out, int outFrom, int n) {
        int i = 0;
        for (; i < functionBody(n); i += LANES) {
            VectorMath.cosTurns(at(u, uFrom + i)).intoArray(out, outFrom + i);
        }
        TAIL.cosTurns(u, uFrom + i, out, outFrom + i, n - i);
    }

    @Override
    public double dot(double[] a, int aFrom, double[] b, int bFrom, int n) {
        DoubleVector s0 = DoubleVector.zero(SPECIES), s1 = s0, s2 = s0, s3 = s0;
        int i = 0;
        for (; i <= n - 8; i += 8) {
            s0 = at(a, aFrom + i).fma(at(b, bFrom + i), s0);
            if (LANES < 8) {
                s1 = at(a, aFrom + i + LANES).fma(at(b, bFrom + i + LANES), s1);
            }
            if (LANES < 4) {
                s2 = at(a, aFrom + i + 4).fma(at(b, bFrom + i + 4), s2);
                s3 = at(a, aFrom + i + 6).fma(at(b, bFrom + i + 6), s3);
            }
        }
        return PlainArrayOps.dotTail(
                a,
                aFrom + i,
                b,
                bFrom + i,
                n - i,
                lane(0, s0, s1, s2, s3),
                lane(1, s0, s1, s2, s3),
                lane(2, s0, s1, s2, s3),
                lane(3, s0, s1, s2, s3),
                lane(4, s0, s1, s2, s3),
                lane(5, s0, s1, s2, s3),
                lane(6, s0, s1, s2, s3),
                lane(7, s0, s1, s2, s3));
    }

    @Override
    public double sum(double[] x, int xFrom, int n) {
        DoubleVector s0 = DoubleVector.zero(SPECIES), s1 = s0, s2 = s0, s3 = s0;
        int i = 0;
        for (; i <= n - 8; i += 8) {
            s0 = s0.add(at(x, xFrom + i));
            if (LANES < 8) {
                s1 = s1.add(at(x, xFrom + i + LANES));
            }
            if (LANES < 4) {
                s2 = s2.add(at(x, xFrom + i + 4));
                s3 = s3.add(at(x, xFrom + i + 6));
            }
        }
        return PlainArrayOps.sumTail(
                x,
                xFrom + i,
                n - i,
                lane(0, s0, s1, s2, s3),
                lane(1, s0, s1, s2, s3),
                lane(2, s0, s1, s2, s3),
                lane(3, s0, s1, s2, s3),
                lane(4, s0, s1, s2, s3),
                lane(5, s0, s1, s2, s3),
                lane(6, s0, s1, s2, s3),
                lane(7, s0, s1, s2, s3));
    }

    /// The `j`-th of the eight sums that lie side by side in as many vectors as it takes.
    private static double lane(int j, DoubleVector s0, DoubleVector s1, DoubleVector s2, DoubleVector s3) {
        DoubleVector home = switch (j / LANES) {
            case 0 -> s0;
            case 1 -> s1;
            case 2 -> s2;
            default -> s3;
        };
        return home.lane(j % LANES);
    }

    @Override
    public double max(double[] x, int xFrom, int n) {
        DoubleVector largest = DoubleVector.broadcast(SPECIES, Double.NEGATIVE_INFINITY);
        int i = 0;
        for (; i < body(n); i += LANES) {
            largest = largest.max(at(x, xFrom + i));
        }
        return Math.max(largest.reduceLanes(VectorOperators.MAX), TAIL.max(x, xFrom + i, n - i));
    }

    @Override
    public void max(double[] a, int aFrom, double[] b, int bFrom, double[] out, int outFrom, int n) {
        int i = 0;
        for (; i < body(n); i += LANES) {
            at(a, aFrom + i).max(at(b, bFrom + i)).intoArray(out, outFrom + i);
        }
        TAIL.max(a, aFrom + i, b, bFrom + i, out, outFrom + i, n - i);
    }

    @Override
    public void scale(double s, double[] x, int xFrom, double[] out, int outFrom, int n) {
        DoubleVector ss = DoubleVector.broadcast(SPECIES, s);
        int i = 0;
        for (; i < body(n); i += LANES) {
            DoubleVector.fromArray(SPECIES, x, xFrom + i).mul(ss).intoArray(out, outFrom + i);
        }
        TAIL.scale(s, x, xFrom + i, out, outFrom + i, n - i);
    }

    @Override
    public void axpy(double s, double[] x, int xFrom, double[] y, int yFrom, int n) {
        DoubleVector ss = DoubleVector.broadcast(SPECIES, s);
        int i = 0;
        for (; i < body(n); i += LANES) {
            DoubleVector.fromArray(SPECIES, x, xFrom + i)
                    .fma(ss, DoubleVector.fromArray(SPECIES, y, yFrom + i))
                    .intoArray(y, yFrom + i);
        }
        TAIL.axpy(s, x, xFrom + i, y, yFrom + i, n - i);
    }

    @Override
    public void multiply(double[] a, int aFrom, double[] b, int bFrom, double[] out, int outFrom, int n) {
        int i = 0;
        for (; i < body(n); i += LANES) {
            at(a, aFrom + i).mul(at(b, bFrom + i)).intoArray(out, outFrom + i);
        }
        TAIL.multiply(a, aFrom + i, b, bFrom + i, out, outFrom + i, n - i);
    }

    @Override
    public void multiplyAdd(double[] a, int aFrom, double[] b, int bFrom, double[] acc, int accFrom, int n) {
        int i = 0;
        for (; i < body(n); i += LANES) {
            at(a, aFrom + i).fma(at(b, bFrom + i), at(acc, accFrom + i)).intoArray(acc, accFrom + i);
        }
        TAIL.multiplyAdd(a, aFrom + i, b, bFrom + i, acc, accFrom + i, n - i);
    }

    @Override
    public void subtractScaled(double[] x, int xFrom, double s, double m, double[] out, int outFrom, int n) {
        DoubleVector minusS = DoubleVector.broadcast(SPECIES, -s);
        DoubleVector ms = DoubleVector.broadcast(SPECIES, m);
        int i = 0;
        for (; i < body(n); i += LANES) {
            minusS.fma(ms, at(x, xFrom + i)).intoArray(out, outFrom + i);
        }
        TAIL.subtractScaled(x, xFrom + i, s, m, out, outFrom + i, n - i);
    }

    @Override
    public void addSquares(double[] w, int wFrom, double[] acc, int accFrom, int n) {
        int i = 0;
        for (; i < body(n); i += LANES) {
            DoubleVector each = at(w, wFrom + i);
            each.fma(each, at(acc, accFrom + i)).intoArray(acc, accFrom + i);
        }
        TAIL.addSquares(w, wFrom + i, acc, accFrom + i, n - i);
    }

    @Override
    public void addStandardisedSquares(
            double[] x, int xFrom, double mean, double precision, double[] acc, int accFrom, int n) {
        int i = 0;
        for (; i < body(n); i += LANES) {
            DoubleVector w = at(x, xFrom + i).sub(mean).mul(precision);
            w.fma(w, at(acc, accFrom + i)).intoArray(acc, accFrom + i);
        }
        TAIL.addStandardisedSquares(x, xFrom + i, mean, precision, acc, accFrom + i, n - i);
    }

    @Override
    public TileOps tiles() {
        return TILES;
    }

    @Override
    public FloatTileOps floatTiles() {
        return FLOAT_TILES;
    }

    /// Where a vector has two lanes, the plain twin: some such processors multiply words one lane at a time.
    @Override
    public void philox(long[] start, long[] words, int blocks) {
        VectorPhilox.fill(start, words, functionBody(blocks), blocks);
        Philox.fill(start, words, functionBody(blocks), blocks);
    }

    @Override
    public void uniforms(long[] words, int wordsFrom, double[] out, int outFrom, int n) {
        int i = body(n);
        VectorNormals.uniforms(words, wordsFrom, out, outFrom, i);
        TAIL.uniforms(words, wordsFrom + i, out, outFrom + i, n - i);
    }

    @Override
    public void boxMuller(double[] v, int vFrom, double[] u, int uFrom, double[] room, int roomFrom, int n) {
        int i = body(n);
        VectorNormals.boxMuller(v, vFrom, u, uFrom, room, roomFrom, i);
        TAIL.boxMuller(v, vFrom + i, u, uFrom + i, room, roomFrom + i, n - i);
    }
}
