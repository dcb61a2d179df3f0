package org.sandglass.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Derivatives by dual numbers.
class DualTest {
    @ParameterizedTest
    @MethodSource
    void everyFunctionCarriesItsDerivative(
            UnaryOperator<Dual> function, DoubleUnaryOperator value, DoubleUnaryOperator derivative) {
        for (double x : new double[] {0.1, 0.5, 1, 2.5}) {
            Dual y = function.apply(Dual.variable(x));
            assertThat(y.value()).isCloseTo(value.applyAsDouble(x), within(1e-14 * Math.abs(y.value())));
            assertThat(y.rate()).isCloseTo(derivative.applyAsDouble(x), within(1e-14 * (1 + Math.abs(y.rate()))));
        }
    }

    static Stream<Arguments> everyFunctionCarriesItsDerivative() {
        return Stream.of(
                function(x -> x.plus(x), x -> 2 * x, x -> 2),
                function(x -> x.plus(3), x -> x + 3, x -> 1),
                function(x -> x.minus(x.times(x)), x -> x - x * x, x -> 1 - 2 * x),
                function(x -> x.times(5), x -> 5 * x, x -> 5),
                function(x -> x.dividedBy(x.plus(1)), x -> x / (x + 1), x -> 1 / (x + 1) / (x + 1)),
                function(x -> Dual.constant(2).dividedBy(x), x -> 2 / x, x -> -2 / (x * x)),
                function(Dual::negated, x -> -x, x -> -1),
                function(Dual::exp, Math::exp, Math::exp),
                function(Dual::expm1, Math::expm1, Math::exp),
                function(Dual::log, Math::log, x -> 1 / x),
                function(Dual::sqrt, Math::sqrt, x -> 0.5 / Math.sqrt(x)),
                function(x -> x.pow(3.5), x -> Math.pow(x, 3.5), x -> 3.5 * Math.pow(x, 2.5)),
                function(Dual::sin, Math::sin, Math::cos),
                function(Dual::cos, Math::cos, x -> -Math.sin(x)),
                function(Dual::tanh, Math::tanh, x -> 1 - Math.tanh(x) * Math.tanh(x)),
                function(x -> x.times(x).negated().exp(), x -> Math.exp(-x * x), x -> -2 * x * Math.exp(-x * x)));
    }

    @Test
    void theExampleOfTheDocumentationHolds() {
        Dual t = Dual.variable(0.5);
        Dual y = t.times(t).negated().exp();
        assertThat(y.rate()).isCloseTo(-Math.exp(-0.25), within(1e-15));
    }

    private static Arguments function(
            UnaryOperator<Dual> function, DoubleUnaryOperator value, DoubleUnaryOperator derivative) {
        return Arguments.of(function, value, derivative);
    }
}
