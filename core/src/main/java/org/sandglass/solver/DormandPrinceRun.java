package org.sandglass.solver;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.sandglass.linalg.NumericalException;
import org.sandglass.linalg.Points;
import org.sandglass.linalg.Room;

/// One integration by [DormandPrince]. For one thread.
final class DormandPrinceRun {
    private static final int STAGES = 7;

    /// Where the stages lie in a step.
    private static final double[] C = {0, 1 / 5.0, 3 / 10.0, 4 / 5.0, 8 / 9.0, 1, 1};

    /// What a stage takes of those before it; the last is the result of order 5.
    private static final double[][] A = {
        {},
        {1 / 5.0},
        {3 / 40.0, 9 / 40.0},
        {44 / 45.0, -56 / 15.0, 32 / 9.0},
        {19372 / 6561.0, -25360 / 2187.0, 64448 / 6561.0, -212 / 729.0},
        {9017 / 3168.0, -355 / 33.0, 46732 / 5247.0, 49 / 176.0, -5103 / 18656.0},
        {35 / 384.0, 0, 500 / 1113.0, 125 / 192.0, -2187 / 6784.0, 11 / 84.0},
    };

    /// The result of order 5 less that of order 4.
    private static final double[] E = {
        71 / 57600.0, 0, -71 / 16695.0, 71 / 1920.0, -17253 / 339200.0, 22 / 525.0, -1 / 40.0
    };

    private final DormandPrince rule;
    private final DormandPrince.Field field;
    private final Points y;
    private final Points next;
    private final List<Points> k;
    private int asked;

    DormandPrinceRun(DormandPrince rule, DormandPrince.Field field, Points y) {
        this.rule = rule;
        this.field = field;
        this.y = y;
        this.next = Room.like(y);
        this.k = Arrays.asList(Stream.generate(() -> Room.like(y)).limit(STAGES).toArray(Points[]::new));
    }

    int run(double from, double to) {
        ask(from, y, k.getFirst());
        StepControl control = new StepControl(firstStep(from, to));
        double s = from;
        while (s != to) {
            double h = control.step();
            double end = Math.abs(to - s) <= 1.01 * Math.abs(h) ? to : s + h;
            requireRoom(s, end, to);
            takeStages(s, end);
            if (control.accepts(error(end - s), end - s)) {
                System.arraycopy(next.data(), 0, y.data(), 0, y.data().length);
                Collections.swap(k, 0, STAGES - 1);
                s = end;
            }
        }
        Room.give(next);
        k.forEach(Room::give);
        return asked;
    }

    private void ask(double s, Points at, Points out) {
        field.rate(s, at, out);
        asked++;
    }

    private static void requireRoom(double s, double end, double to) {
        if (end != to && Math.abs(end - s) < 16 * Math.ulp(s)) {
            throw new NumericalException(
                    "steps of the adaptive solver become as short as rounding at s=" + s + " on the" + " way to " + to
                            + "; ask for a wider tolerance, or stop before the field becomes infinite");
        }
    }

    /// Fills the stages after the first, and the result of order 5.
    private void takeStages(double s, double end) {
        double h = end - s;
        for (int i = 1; i < STAGES; i++) {
            System.arraycopy(y.data(), 0, next.data(), 0, y.data().length);
            Room.combine(1, next, times(h, A[i]), k);
            ask(C[i] == 1 ? end : s + C[i] * h, next, k.get(i));
        }
    }

    private static double[] times(double h, double[] row) {
        return Arrays.stream(row).map(a -> h * a).toArray();
    }

    /// The largest difference between the two results in units of the tolerance.
    private double error(double h) {
        double worst = 0;
        for (int i = 0; i < y.data().length; i++) {
            double sum = 0;
            for (int j = 0; j < STAGES; j++) {
                sum += E[j] * k.get(j).data()[i];
            }
            worst = worse(worst, h * sum / rule.scale(y.data()[i], next.data()[i]));
        }
        return worst;
    }

    /// The greater size, and NaN if there is one.
    private static double worse(double worst, double value) {
        return Math.max(worst, Math.abs(value));
    }

    /// Hairer, Nørsett and Wanner 1993, II.4, with the largest number in place of a mean.
    private double firstStep(double from, double to) {
        double size = size(y);
        double slope = size(k.getFirst());
        double trial = size < 1e-5 || slope < 1e-5 ? 1e-6 : 0.01 * size / slope;
        double first = Math.copySign(Math.min(trial, Math.abs(to - from)), to - from);
        System.arraycopy(y.data(), 0, next.data(), 0, y.data().length);
        Room.combine(1, next, first, k.getFirst());
        ask(from + first, next, k.get(1));
        Room.combine(1 / first, k.get(1), -1 / first, k.getFirst());
        double steepest = Math.max(slope, size(k.get(1)));
        double second = steepest <= 1e-15 ? Math.max(1e-6, trial * 1e-3) : Math.pow(0.01 / steepest, 0.2);
        return Math.copySign(Math.min(100 * trial, second), to - from);
    }

    /// The largest number in units of the tolerance.
    private double size(Points values) {
        double worst = 0;
        for (int i = 0; i < y.data().length; i++) {
            worst = worse(worst, values.data()[i] / rule.scale(y.data()[i], 0));
        }
        return worst;
    }
}
