package org.sandglass.figure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.sandglass.figure.Ticks.Direction;
import org.sandglass.figure.Ticks.Tick;

/// Ticks at multiples of 1, 2 or 5 times a power of ten.
final class LinearTicks {
    private LinearTicks() {}

    static Ticks of(Scale.Linear scale, double length, Direction direction) {
        double wanted = length / (direction == Direction.ACROSS ? 42 : 30);
        for (int n = (int) Math.max(2, Math.min(9, wanted)); n > 1; n--) {
            Ticks ticks = every(scale, n);
            if (ticks.fit(scale, length, direction)) {
                return ticks;
            }
        }
        return every(scale, 1);
    }

    /// Ticks at the nicest step of which at most about `n` fit into the range.
    private static Ticks every(Scale.Linear scale, int n) {
        double rough = (scale.high() - scale.low()) / n;
        int power = (int) Math.floor(Math.log10(rough));
        double lead = rough / Math.pow(10, power);
        int digit = lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10;
        return multiples(scale, digit, power);
    }

    private static Ticks multiples(Scale.Linear scale, int digit, int power) {
        double step = digit * Math.pow(10, power);
        int shared = sharedPower(Math.max(Math.abs(scale.low()), Math.abs(scale.high())));
        List<Tick> ticks = new ArrayList<>();
        long last = (long) Math.floor(scale.high() / step + 1e-9);
        for (long i = (long) Math.ceil(scale.low() / step - 1e-9); i <= last; i++) {
            BigDecimal exact = BigDecimal.valueOf(i * digit).scaleByPowerOfTen(power);
            ticks.add(new Tick(exact.doubleValue(), label(exact.scaleByPowerOfTen(-shared))));
        }
        return new Ticks(ticks, List.of(), shared == 0 ? "" : " (×10^{" + signed(shared) + "})");
    }

    /// The power of ten that is taken out of labels that would be long.
    private static int sharedPower(double size) {
        return size >= 1e5 || size < 1e-3 ? (int) Math.floor(Math.log10(size)) : 0;
    }

    private static String label(BigDecimal number) {
        return number.toPlainString().replace('-', '−');
    }

    static String signed(long number) {
        return Long.toString(number).replace('-', '−');
    }
}
