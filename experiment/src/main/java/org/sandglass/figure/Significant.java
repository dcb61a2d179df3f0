package org.sandglass.figure;

import java.math.BigDecimal;
import java.math.MathContext;

/// Numbers in running text, with three significant digits.
final class Significant {
    private Significant() {}

    /// As `0.159`, `12.3`, `4000` or `1.2×10^{−5}`.
    static String text(double value) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "NaN" : value > 0 ? "∞" : "−∞";
        }
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(3)).stripTrailingZeros();
        int power = rounded.precision() - rounded.scale() - 1;
        if (power >= -3 && power <= 5) {
            return minus(rounded.toPlainString());
        }
        String lead = minus(rounded.scaleByPowerOfTen(-power).toPlainString());
        return (lead.equals("1") ? "" : lead + "×") + "10^{" + LinearTicks.signed(power) + "}";
    }

    private static String minus(String number) {
        return number.replace('-', '−');
    }
}
