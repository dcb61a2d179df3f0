package org.sandglass.arrayops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.attribute.CodeAttribute;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The twins, bit for bit, on every length up to several vectors, at odd offsets, in place and not.
@Tag("lanes")
class ArrayOpsTwinsTest {
    private static final int LONGEST = 70;
    private static final double[] SPECIAL = {
        0.0,
        -0.0,
        1,
        -1,
        Double.MIN_VALUE,
        -Double.MIN_VALUE,
        Double.MIN_NORMAL,
        Double.MAX_VALUE,
        -Double.MAX_VALUE,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.NaN,
        0x1p-1060,
        709.782712893384,
        709.7827128933841,
        -708.4,
        -745.133,
        -745.14,
        -746.5,
        1e300,
        -1e300,
        1e-300,
        -1e-300,
        0.25,
        0.375,
        0.125,
        Math.nextUp(1.0),
        Math.nextDown(1.0),
        0x1p48
    };

    /// Three numbers and three arrays in, everything that the operation returned or wrote out.
    private interface Use {
        void run(ArrayOps ops, double s, double[] a, double[] b, double[] c, int n);
    }

    private static final Map<String, Use> USES = Map.ofEntries(
            Map.entry("exp", (ops, s, a, b, c, n) -> ops.exp(a, 1, c, 2, n)),
            Map.entry("exp in place", (ops, s, a, b, c, n) -> ops.exp(a, 1, a, 1, n)),
            Map.entry("log", (ops, s, a, b, c, n) -> ops.log(a, 1, c, 2, n)),
            Map.entry("log in place", (ops, s, a, b, c, n) -> ops.log(a, 3, a, 3, n)),
            Map.entry("sqrt", (ops, s, a, b, c, n) -> ops.sqrt(a, 1, c, 2, n)),
            Map.entry("sinTurns", (ops, s, a, b, c, n) -> ops.sinTurns(a, 1, c, 2, n)),
            Map.entry("sinTurns in place", (ops, s, a, b, c, n) -> ops.sinTurns(a, 1, a, 1, n)),
            Map.entry("cosTurns", (ops, s, a, b, c, n) -> ops.cosTurns(a, 3, c, 2, n)),
            Map.entry("dot", (ops, s, a, b, c, n) -> c[0] = ops.dot(a, 1, b, 2, n)),
            Map.entry("dot with itself", (ops, s, a, b, c, n) -> c[0] = ops.dot(a, 0, a, 0, n)),
            Map.entry("sum", (ops, s, a, b, c, n) -> c[0] = ops.sum(a, 1, n)),
            Map.entry("max", (ops, s, a, b, c, n) -> c[0] = ops.max(a, 1, n)),
            Map.entry("max of two", (ops, s, a, b, c, n) -> ops.max(a, 1, b, 2, c, 3, n)),
            Map.entry("scale", (ops, s, a, b, c, n) -> ops.scale(s, a, 1, c, 2, n)),
            Map.entry("axpy", (ops, s, a, b, c, n) -> ops.axpy(s, a, 1, c, 2, n)),
            Map.entry("multiply", (ops, s, a, b, c, n) -> ops.multiply(a, 1, b, 2, c, 3, n)),
            Map.entry("multiplyAdd", (ops, s, a, b, c, n) -> ops.multiplyAdd(a, 1, b, 2, c, 3, n)),
            Map.entry("multiplyAdd in place", (ops, s, a, b, c, n) -> ops.multiplyAdd(a, 1, a, 1, a, 1, n)),
            Map.entry("subtractScaled", (ops, s, a, b, c, n) -> ops.subtractScaled(a, 1, s, b[0], c, 2, n)),
            Map.entry("addSquares", (ops, s, a, b, c, n) -> ops.addSquares(a, 1, c, 2, n)),
            Map.entry(
                    "addStandardisedSquares",
                    (ops, s, a, b, c, n) -> ops.addStandardisedSquares(a, 1, b[0], s, c, 2, n)),
            Map.entry("difference", (ops, s, a, b, c, n) -> ops.difference(a, 1, s, b, 2, c, 3, n)),
            Map.entry("difference in place", (ops, s, a, b, c, n) -> ops.difference(a, 1, s, b, 2, b, 2, n)),
            Map.entry("addDifferences", (ops, s, a, b, c, n) -> {
                int rows = Math.min(n, 3);
                ops.addDifferences(a, 0, a, 1, rows, s, b, 2, n / 3, c, n / 3);
            }),
            Map.entry("divide", (ops, s, a, b, c, n) -> ops.divide(a, 1, b, 2, c, 3, n)),
            Map.entry("gap", (ops, s, a, b, c, n) -> ops.gap(a, 1, s, b, 2, c, 3, c, 3, n)),
            Map.entry("addSquaredDistances", (ops, s, a, b, c, n) -> {
                int rows = Math.min(n, 3);
                ops.addSquaredDistances(a, 1, rows, s, b, 2, n / 3, c, 3, n / 3);
            }));

    @TestFactory
    Stream<DynamicTest> twinsGiveTheSameBits() {
        return USES.entrySet().stream()
                .map(use -> DynamicTest.dynamicTest(use.getKey(), () -> sameBits(use.getKey(), use.getValue())));
    }

    private static void sameBits(String name, Use use) {
        SplittableRandom random = new SplittableRandom(name.hashCode());
        List<BiFunction<SplittableRandom, Integer, double[]>> kinds =
                List.of(ArrayOpsTwinsTest::ordinary, ArrayOpsTwinsTest::wide, ArrayOpsTwinsTest::special);
        for (int n = 0; n <= LONGEST; n++) {
            for (int round = 0; round < 60; round++) {
                var kind = kinds.get(round % kinds.size());
                double[][] in = {kind.apply(random, n + 4), kind.apply(random, n + 4), kind.apply(random, n + 4)};
                double s = kind.apply(random, 1)[0];
                double[][] plain = after(use, new PlainArrayOps(), s, in, n);
                double[][] vector = after(use, new VectorArrayOps(), s, in, n);
                assertThat(canonical(vector))
                        .as("%s, n = %d, round %d, s = %s, in = %s", name, n, round, s, Arrays.deepToString(in))
                        .isDeepEqualTo(canonical(plain));
            }
        }
    }

    private static double[][] after(Use use, ArrayOps ops, double s, double[][] in, int n) {
        double[][] copy = Stream.of(in).map(double[]::clone).toArray(double[][]::new);
        use.run(ops, s, copy[0], copy[1], copy[2], n);
        return copy;
    }

    private static long[][] canonical(double[][] values) {
        return Stream.of(values)
                .map(row ->
                        Arrays.stream(row).mapToLong(Double::doubleToLongBits).toArray())
                .toArray(long[][]::new);
    }

    private static double[] ordinary(SplittableRandom random, int n) {
        return random.doubles(n, -3, 3).toArray();
    }

    /// Any bit pattern: exponents from one end to the other, NaNs and infinities now and then.
    private static double[] wide(SplittableRandom random, int n) {
        return random.longs(n).mapToDouble(Double::longBitsToDouble).toArray();
    }

    private static double[] special(SplittableRandom random, int n) {
        return random.ints(n, 0, SPECIAL.length).mapToDouble(i -> SPECIAL[i]).toArray();
    }

    /// Enough calls for the compiled code of both twins to be what runs, not the interpreter's.
    @Test
    void compiledTwinsGiveTheSameBitsOnMillions() {
        int n = 4096;
        SplittableRandom random = new SplittableRandom(5);
        double[] plain = new double[n];
        double[] vector = new double[n];
        for (int round = 0; round < 500; round++) {
            double[] x = random.doubles(n, -750, 715).toArray();
            new PlainArrayOps().exp(x, 0, plain, 0, n);
            new VectorArrayOps().exp(x, 0, vector, 0, n);
            assertThat(vector).isEqualTo(plain);
            double[] positive = random.doubles(n, 0, 2).toArray();
            new PlainArrayOps().log(positive, 0, plain, 0, n);
            new VectorArrayOps().log(positive, 0, vector, 0, n);
            assertThat(vector).isEqualTo(plain);
            assertThat(new VectorArrayOps().dot(x, 0, positive, 0, n - round))
                    .isEqualTo(new PlainArrayOps().dot(x, 0, positive, 0, n - round));
        }
    }

    /// The contract of `dot`, written as it reads.
    @Test
    void dotKeepsToItsOrder() {
        SplittableRandom random = new SplittableRandom(6);
        for (int n = 0; n <= LONGEST; n++) {
            double[] a = ordinary(random, n);
            double[] b = ordinary(random, n);
            double[] s = new double[8];
            for (int i = 0; i < n; i++) {
                s[i % 8] = Math.fma(a[i], b[i], s[i % 8]);
            }
            double expected = ((s[0] + s[4]) + (s[2] + s[6])) + ((s[1] + s[5]) + (s[3] + s[7]));
            assertThat(new PlainArrayOps().dot(a, 0, b, 0, n)).isEqualTo(expected);
            assertThat(new VectorArrayOps().dot(a, 0, b, 0, n)).isEqualTo(expected);
        }
    }

    /// Told the width that the JVM was started with (`sandglass.expected.lanes`), so that no run passes at
    /// another.
    @Test
    void lanesAreAsManyAsTheBuildExpects() {
        assertThat(VectorArrayOps.LANES)
                .isEqualTo(Integer.getInteger("sandglass.expected.lanes", VectorArrayOps.LANES));
    }

    @Test
    void arrayFunctionsAreThoseOfOneNumber() {
        double[] x = {-800, -1.5, 0, 0.3, 1, 20, 700};
        double[] exp = new double[x.length];
        double[] log = new double[x.length];
        ArrayOps.get().exp(x, 0, exp, 0, x.length);
        ArrayOps.get().log(x, 0, log, 0, x.length);
        assertThat(exp).isEqualTo(Arrays.stream(x).map(ArrayMath::exp).toArray());
        assertThat(log).isEqualTo(Arrays.stream(x).map(ArrayMath::log).toArray());
    }

    /// As for [VectorTileOps]: in the graph of an evaluation its vectors would be objects.
    @Test
    void theLogarithmIsTooLargeToBeInlined() throws IOException {
        try (var in = VectorMath.class.getResourceAsStream("VectorMath.class")) {
            assertThat(ClassFile.of().parse(in.readAllBytes()).methods())
                    .filteredOn(method -> method.methodName().equalsString("log"))
                    .singleElement()
                    .satisfies(
                            method -> assertThat(((CodeAttribute) method.code().orElseThrow()).codeLength())
                                    .isGreaterThan(325));
        }
    }
}
