package org.sandglass.figure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.sandglass.figure.Ticks.Direction;
import org.sandglass.figure.Ticks.Tick;

/// Ticks at multiples of 1, 2 or 5 times a power of ten.
final class LinearTicks {
    private LinearTicks() {}

    /// The densest ticks whose labels do not touch.
    static Ticks of(Scale scale, double length, Direction direction) {
        double wanted = length / (direction == Direction.ACROSS ? 38 : 28);
        int most = (int) Math.clamp(wanted, 4, 9);
        // From the densest down; a step of 5 may leave one where a step of 2 has room for five.
        return IntStream.concat(IntStream.range(0, most - 1).map(i -> most - i), IntStream.range(most + 1, 10))
                .mapToObj(n -> every(scale, n))
                .filter(ticks -> ticks.major().size() >= 2 && ticks.fit(scale, length, direction))
                .findFirst()
                .orElseGet(() -> alone(every(scale, 3)));
    }

    /// The densest ticks at whole numbers.
    static Ticks whole(Scale.Count scale, double length, Direction direction) {
        if (scale.high() - scale.low() <= 30) {
            Ticks all = multiples(scale, 1, 0);
            if (all.fit(scale, length, direction)) {
                return all;
            }
        }
        return of(scale, length, direction);
    }

    /// The one in the middle: where not even two have room.
    private static Ticks alone(Ticks ticks) {
        int middle = ticks.major().size() / 2;
        return new Ticks(ticks.major().subList(middle, middle + 1), List.of(), ticks.factor());
    }

    /// Ticks at the nicest step of which at most about `n` fit into the range.
    private static Ticks every(Scale scale, int n) {
        double rough = (scale.high() - scale.low()) / n;
        int power = (int) Math.floor(Math.log10(rough));
        if (power < 0 && scale instanceof Scale.Count) {
            return multiples(scale, 1, 0);
        }
        double lead = rough / Math.pow(10, power);
        return lead > 5 ? multiples(scale, 1, power + 1) : multiples(scale, lead <= 1 ? 1 : lead <= 2 ? 2 : 5, power);
    }

    private static Ticks multiples(Scale scale, int digit, int power) {
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
