package org.sandglass.arrayops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.DoubleFunction;
import java.util.function.DoubleSupplier;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class ArrayMathTest {
    private static final int MANY = 500_000;

    /// One line of `functions.csv`.
    private record Row(String function, double argument, TrueFunctions.Scaled truth) {
        static Row of(String line) {
            String[] part = line.split(",");
            var mantissa = new DoubleDouble(Double.parseDouble(part[2]), Double.parseDouble(part[3]));
            double argument = Double.parseDouble(part[1]);
            return new Row(part[0], argument, new TrueFunctions.Scaled(mantissa, Integer.parseInt(part[4])));
        }

        double value() {
            return switch (function) {
                case "exp" -> ArrayMath.exp(argument);
                case "log" -> ArrayMath.log(argument);
                case "sin" -> ArrayMath.sinTurns(argument);
                case "cos" -> ArrayMath.cosTurns(argument);
                default -> throw new IllegalStateException(function);
            };
        }

        TrueFunctions.Scaled reference() {
            return switch (function) {
                case "exp" -> TrueFunctions.exp(argument);
                case "log" -> TrueFunctions.log(argument);
                case "sin" -> TrueFunctions.sinTurns(argument);
                case "cos" -> TrueFunctions.cosTurns(argument);
                default -> throw new IllegalStateException(function);
            };
        }
    }

    private static List<Row> table() throws IOException {
        try (InputStream in = Objects.requireNonNull(ArrayMathTest.class.getResourceAsStream("functions.csv"))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().skip(1).map(Row::of).toList();
        }
    }

    @Test
    void valuesOfTheMultiprecisionTableAreWithinOneUlp() throws IOException {
        assertThat(table())
                .hasSizeGreaterThan(500)
                .allSatisfy(row -> assertThat(row.truth.ulps(row.value()))
                        .as("ulps of %s", row)
                        .isLessThanOrEqualTo(1));
    }

    /// The double-double reference must be far better than what it judges: here 2⁻⁴⁰ of an ulp.
    @Test
    void theReferenceAgreesWithTheMultiprecisionTable() throws IOException {
        assertThat(table()).filteredOn(row -> row.truth.scale() > -1000).allSatisfy(row -> {
            TrueFunctions.Scaled reference = row.reference();
            DoubleDouble rescaled = reference.mantissa().scaled(reference.scale() - row.truth.scale());
            double difference = rescaled.plus(row.truth.mantissa().negated()).high();
            assertThat(Math.abs(difference)).as("%s", row).isLessThanOrEqualTo(0x1p-92);
        });
    }

    @Test
    void expIsWithinOneUlpOnMillions() {
        SplittableRandom random = new SplittableRandom(1);
        assertThat(worst(ArrayMath::exp, TrueFunctions::exp, () -> random.nextDouble(-746, 709.7)))
                .isLessThan(1);
        assertThat(worst(ArrayMath::exp, TrueFunctions::exp, () -> random.nextDouble(-1, 1)))
                .isLessThan(1);
        assertThat(worst(ArrayMath::exp, TrueFunctions::exp, () -> random.nextDouble(-745.2, -708)))
                .isLessThan(1);
    }

    @Test
    void exp2IsWithinOneUlpOnMillions() {
        SplittableRandom random = new SplittableRandom(4);
        assertThat(worst(ArrayMath::exp2, TrueFunctions::exp2, () -> random.nextDouble(-1022, 0)))
                .isLessThan(1);
        assertThat(worst(ArrayMath::exp2, TrueFunctions::exp2, () -> random.nextDouble(-1, 1)))
                .isLessThan(1);
    }

    @Test
    void exp2HasItsLimits() {
        assertSameBits(ArrayMath.exp2(Double.NEGATIVE_INFINITY), 0.0);
        assertSameBits(ArrayMath.exp2(-1e300), 0.0);
        assertSameBits(ArrayMath.exp2(-1022.1), 0.0);
        assertSameBits(ArrayMath.exp2(-1022), Double.MIN_NORMAL);
        assertSameBits(ArrayMath.exp2(0), 1);
        assertSameBits(ArrayMath.exp2(-0.0), 1);
        assertSameBits(ArrayMath.exp2(-3), 0.125);
        assertThat(ArrayMath.exp2(Double.NaN)).isNaN();
    }

    @Test
    void logIsWithinOneUlpOnMillions() {
        SplittableRandom random = new SplittableRandom(2);
        assertThat(worst(ArrayMath::log, TrueFunctions::log, () -> random.nextDouble()))
                .isLessThan(1);
        assertThat(worst(ArrayMath::log, TrueFunctions::log, () -> random.nextDouble(0.6, 1.6)))
                .isLessThan(1);
        assertThat(worst(ArrayMath::log, TrueFunctions::log, () -> anyPositive(random)))
                .isLessThan(1);
    }

    private static double anyPositive(SplittableRandom random) {
        return Double.longBitsToDouble(random.nextLong(1, Double.doubleToRawLongBits(Double.POSITIVE_INFINITY)));
    }

    @Test
    void sineAndCosineOfTurnsAreWithinOneUlpOnMillions() {
        SplittableRandom random = new SplittableRandom(3);
        assertThat(worst(ArrayMath::sinTurns, TrueFunctions::sinTurns, random::nextDouble))
                .isLessThan(1);
        assertThat(worst(ArrayMath::cosTurns, TrueFunctions::cosTurns, random::nextDouble))
                .isLessThan(1);
        assertThat(worst(ArrayMath::sinTurns, TrueFunctions::sinTurns, () -> random.nextDouble(-1e9, 1e9)))
                .isLessThan(1);
        assertThat(worst(ArrayMath::cosTurns, TrueFunctions::cosTurns, () -> random.nextDouble(-1e9, 1e9)))
                .isLessThan(1);
    }

    private static double worst(
            DoubleUnaryOperator function, DoubleFunction<TrueFunctions.Scaled> truth, DoubleSupplier arguments) {
        double worst = 0;
        for (int i = 0; i < Integer.getInteger("sandglass.ulp.arguments", MANY); i++) {
            double x = arguments.getAsDouble();
            worst = Math.max(worst, truth.apply(x).ulps(function.applyAsDouble(x)));
        }
        return worst;
    }

    @Test
    void expHasItsLimits() {
        assertSameBits(ArrayMath.exp(Double.NEGATIVE_INFINITY), 0.0);
        assertSameBits(ArrayMath.exp(-1e300), 0.0);
        assertSameBits(ArrayMath.exp(-745.14), 0.0);
        assertSameBits(ArrayMath.exp(-745), Double.MIN_VALUE);
        assertSameBits(ArrayMath.exp(0), 1);
        assertSameBits(ArrayMath.exp(-0.0), 1);
        assertSameBits(ArrayMath.exp(709.79), Double.POSITIVE_INFINITY);
        assertSameBits(ArrayMath.exp(1e300), Double.POSITIVE_INFINITY);
        assertSameBits(ArrayMath.exp(Double.POSITIVE_INFINITY), Double.POSITIVE_INFINITY);
        assertThat(ArrayMath.exp(Double.NaN)).isNaN();
    }

    @Test
    void logHasItsLimits() {
        assertSameBits(ArrayMath.log(0), Double.NEGATIVE_INFINITY);
        assertSameBits(ArrayMath.log(-0.0), Double.NEGATIVE_INFINITY);
        assertSameBits(ArrayMath.log(1), 0.0);
        assertSameBits(ArrayMath.log(Double.POSITIVE_INFINITY), Double.POSITIVE_INFINITY);
        assertThat(ArrayMath.log(-Double.MIN_VALUE)).isNaN();
        assertThat(ArrayMath.log(-1)).isNaN();
        assertThat(ArrayMath.log(Double.NEGATIVE_INFINITY)).isNaN();
        assertThat(ArrayMath.log(Double.NaN)).isNaN();
    }

    @Test
    void quarterTurnsAreExact() {
        double[] sines = {0, 1, 0, -1};
        for (int quarter = -8; quarter <= 8; quarter++) {
            assertThat(ArrayMath.sinTurns(quarter / 4.0)).isEqualTo(sines[quarter & 3], offset(0.0));
            assertThat(ArrayMath.cosTurns(quarter / 4.0)).isEqualTo(sines[(quarter + 1) & 3], offset(0.0));
        }
        assertThat(ArrayMath.sinTurns(Double.NaN)).isNaN();
        assertThat(ArrayMath.cosTurns(Double.POSITIVE_INFINITY)).isNaN();
    }

    private static void assertSameBits(double actual, double expected) {
        assertThat(Double.doubleToLongBits(actual))
                .as("%s for %s", actual, expected)
                .isEqualTo(Double.doubleToLongBits(expected));
    }
}
