package org.sandglass.figure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.sandglass.figure.Ticks.Direction;
import org.sandglass.figure.Ticks.Tick;

/// Ticks at powers of ten, at 1, 2 and 5 times them where there is room, and unlabelled ones between.
final class LogTicks {
    private static final List<List<Integer>> DIGITS =
            List.of(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9), List.of(1, 2, 5), List.of(1, 3), List.of(1));

    private LogTicks() {}

    static Ticks of(Scale.Log scale, double length, Direction direction) {
        double decades = Math.log10(scale.high()) - Math.log10(scale.low());
        for (List<Integer> digits : DIGITS) {
            if (digits.size() == 1 || decades <= 18.0 / digits.size() / digits.size() + 1) {
                Ticks ticks = at(scale, digits, 1);
                if (ticks.fit(scale, length, direction)) {
                    return ticks;
                }
            }
        }
        int stride = 2;
        while (!at(scale, List.of(1), stride).fit(scale, length, direction)) {
            stride++;
        }
        return at(scale, List.of(1), stride);
    }

    /// Labels at the given digits of every `stride`-th power of ten.
    private static Ticks at(Scale.Log scale, List<Integer> digits, int stride) {
        int first = (int) Math.floor(Math.log10(scale.low()));
        int last = (int) Math.ceil(Math.log10(scale.high()));
        boolean plain = scale.low() >= (digits.size() > 1 ? 9e-5 : 5e-3) && scale.high() <= 2e5;
        List<Tick> major = new ArrayList<>();
        List<Double> minor = new ArrayList<>();
        for (int power = first; power <= last; power++) {
            for (int digit = 1; digit <= 9; digit++) {
                double value =
                        BigDecimal.valueOf(digit).scaleByPowerOfTen(power).doubleValue();
                if (value >= scale.low() * (1 - 1e-9) && value <= scale.high() * (1 + 1e-9)) {
                    if (Math.floorMod(power, stride) == 0 && digits.contains(digit)) {
                        major.add(new Tick(value, plain ? plain(digit, power) : scientific(digit, power)));
                    } else if (stride == 1 || digit == 1) {
                        minor.add(value);
                    }
                }
            }
        }
        return new Ticks(major, minor, "");
    }

    private static String plain(int digit, int power) {
        return BigDecimal.valueOf(digit).scaleByPowerOfTen(power).toPlainString();
    }

    private static String scientific(int digit, int power) {
        return (digit == 1 ? "" : digit + "×") + "10^{" + LinearTicks.signed(power) + "}";
    }
}
